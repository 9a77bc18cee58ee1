package understudy.chat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How a chat is set up.
///
/// @param host the name or address to listen at
/// @param port 0 for any that is free
/// @param code what a user must know to join, if anything
/// @param limits how much phones may ask
/// @param wallClock milliseconds since 1970
public record ChatSettings(
    String host, int port, Optional<String> code, ChatLimits limits, LongSupplier wallClock) {
  /// Where a chat listens that only this machine can reach.
  public static final String LOOPBACK = "127.0.0.1";

  /// Where it listens if nobody says otherwise: short enough to be read out.
  public static final int USUAL_PORT = 4040;

  /// {@return a chat on a free port of this machine, without a code}
  public static ChatSettings onThisMachine() {
    return new ChatSettings(
        LOOPBACK, 0, Optional.empty(), ChatLimits.USUAL, System::currentTimeMillis);
  }

  /// {@return whether others than this machine can reach it, as far as is known}
  public boolean isForOthers() {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return true; // It will not start.
    }
  }

  /// {@return the same chat elsewhere}
  ///
  /// @param where the name or address to listen at
  /// @param number 0 for any port that is free
  public ChatSettings at(String where, int number) {
    return new ChatSettings(where, number, code, limits, wallClock);
  }

  /// {@return the same chat with a code}
  ///
  /// @param needed what a user must know, if anything
  public ChatSettings with(Optional<String> needed) {
    return new ChatSettings(host, port, needed, limits, wallClock);
  }

  /// {@return the same chat with other limits}
  ///
  /// @param other how much phones may ask
  public ChatSettings with(ChatLimits other) {
    return new ChatSettings(host, port, code, other, wallClock);
  }
}
