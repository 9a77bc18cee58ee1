package understudy.web;

import java.util.Map;

/// What a browser says of itself when it asks for a WebSocket.
///
/// @param address where it is, without port
/// @param parameters of the query, each with its first value
public record Handshake(String address, Map<String, String> parameters) {
  /// Takes a copy.
  public Handshake {
    parameters = Map.copyOf(parameters);
  }
}
