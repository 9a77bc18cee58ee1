package understudy.bench;

/// Whoever listens to what a side does, beside it.
public interface Audience {
  /// Nobody.
  Audience NONE =
      new Audience() {
        @Override
        public void catchUp() {}

        @Override
        public long made() {
          return 0;
        }

        @Override
        public long missed() {
          return 0;
        }
      };

  /// Waits until it has heard all that happened before.
  void catchUp();

  /// {@return how many events were made for it so far}
  long made();

  /// {@return how many of these it never heard}
  long missed();
}
