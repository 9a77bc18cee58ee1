package understudy.web;

import java.time.Duration;
import java.util.stream.IntStream;

/// How much the outside may ask of a server.
///
/// @param sockets WebSockets open at once, from everywhere together
/// @param socketsPerAddress WebSockets open at once from one address; this machine's own loopback
///   addresses are not counted
/// @param messageBytes the longest message taken, in bytes of UTF-8; a longer one closes with 1009
/// @param pings pings and pongs taken from one WebSocket at once, and a tenth of them in each
///   second after that; with more it is closed with 1008
/// @param handshake how long a connection may take until it is a WebSocket or its page is served
/// @param idle how long a WebSocket may be without a byte either way
/// @param sendBufferBytes what the operating system keeps for a peer that does not read
public record WebLimits(
    int sockets,
    int socketsPerAddress,
    int messageBytes,
    int pings,
    Duration handshake,
    Duration idle,
    int sendBufferBytes) {
  /// Enough for a classroom, also one whose phones all come from the address of one router, and for
  /// a load test on one machine.
  public static final WebLimits USUAL =
      new WebLimits(
          20_000, 256, 8 * 1024, 60, Duration.ofSeconds(10), Duration.ofSeconds(75), 32 * 1024);

  /// Refuses limits that nobody could keep.
  public WebLimits {
    if (IntStream.of(sockets, socketsPerAddress, messageBytes, pings, sendBufferBytes)
            .min()
            .getAsInt()
        < 1) {
      throw new IllegalArgumentException(
          "web limits must be 1 or more, got %d sockets, %d an address, %d bytes a message, %d pings, %d bytes to send"
              .formatted(sockets, socketsPerAddress, messageBytes, pings, sendBufferBytes));
    }
  }
}
