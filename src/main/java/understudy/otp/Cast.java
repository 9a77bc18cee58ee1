package understudy.otp;

/// A message that wants no answer.
///
/// @param <M> the messages among which this is one
public interface Cast<M> {}
