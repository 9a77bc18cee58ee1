package understudy.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How others reach this machine.
public final class Reach {
  /// An address that the documentation of networks uses and nobody has.
  private static final byte[] ANYBODY = {(byte) 192, 0, 2, 1};

  private static final int DISCARD = 9;

  private Reach() {}

  /// {@return this machine's IPv4 addresses, the best for others first, its loopback address last}
  ///
  /// The best is the one from which this machine itself reaches others: one that virtual machines
  /// or containers brought along is of no use to a phone.
  ///
  /// @throws IOException if they cannot be found out
  public static List<InetAddress> addresses() throws IOException {
    var own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(Inet4Address.class::isInstance)
            .toList();
    return bestFirst(own, outward());
  }

  /// Asks the system for the way to somebody. Nothing is sent.
  private static Optional<InetAddress> outward() throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByAddress(ANYBODY), DISCARD));
      return Optional.of(socket.getLocalAddress());
    } catch (SocketException | UncheckedIOException _) {
      return Optional.empty(); // There is no way to anybody, as in a network of its own.
    }
  }

  static List<InetAddress> bestFirst(List<InetAddress> own, Optional<InetAddress> outward) {
    return own.stream()
        .sorted(
            Comparator.comparing(InetAddress::isLoopbackAddress)
                .thenComparing(InetAddress::isLinkLocalAddress)
                .thenComparing(address -> !outward.equals(Optional.of(address))))
        .toList();
  }
}
