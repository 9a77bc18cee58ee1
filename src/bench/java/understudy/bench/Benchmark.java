package understudy.bench;

/// One benchmark on one side: does its work again and again, and has each repetition timed.
@FunctionalInterface
public interface Benchmark {
  /// Does the work once and leaves nothing behind that would disturb the next time.
  ///
  /// @param watch what times it; untouched for what is only preparation
  /// @throws Exception to end the measurement as failed
  void rep(Watch watch) throws Exception;
}
