package understudy.otp;

/// A message that wants an answer, and says of which type.
///
/// @param <M> the messages among which this is one
/// @param <R> the answer
@SuppressWarnings("unused") // R is what the compiler reads off a call.
public interface Call<M, R> {}
