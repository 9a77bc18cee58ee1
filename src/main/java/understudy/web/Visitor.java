package understudy.web;

/// Who is told what happens on one WebSocket.
///
/// Called on threads of the server, one call at a time and in order; must return at once.
public interface Visitor {
  /// The WebSocket is open. No message comes in before [Peer#next].
  ///
  /// @param peer the other end
  void opened(Peer peer);

  /// A text message came in.
  ///
  /// @param message valid text, within the limit
  void text(String message);

  /// The WebSocket is closed; nothing comes after this.
  ///
  /// @param code a close code of RFC 6455; 1006 if the connection just ended
  /// @param reason what was said, perhaps empty
  void closed(int code, String reason);
}
