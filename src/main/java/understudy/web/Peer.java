package understudy.web;

/// The other end of one WebSocket.
///
/// Safe on any thread, and never blocks. After the end nothing here has an effect.
public interface Peer {
  /// {@return where it is, without port}
  String address();

  /// Sends a text message.
  ///
  /// @param text the message
  /// @param later run once, on a thread of the server, when the message has been written or never
  ///   will be, unless that was known at once
  /// @return whether it was known at once; false means that the peer does not read as fast as it is
  ///   written to, and that `later` will run
  boolean write(String text, Runnable later);

  /// Lets the next message come in. Until this is called none does, not even the peer's goodbye.
  void next();

  /// Says goodbye and ends the connection, also if the peer does not answer.
  ///
  /// @param code a close code of RFC 6455
  /// @param reason why, at most 120 bytes; more is cut
  void close(int code, String reason);
}
