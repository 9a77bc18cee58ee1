package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// What the chat command refuses; that it serves is tested with the client of others.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ChatCommandTest {
  @Test
  void aPortIsANumberThatPortsHave() {
    var ran = Ran.of("chat", "--port", "70000");
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err())
        .contains("expected a port from 0 to 65535, got 70000; 0 takes any that is free");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ran = Ran.of("chat", "--port", Integer.toString(other.getLocalPort()));
      assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
      assertThat(ran.err())
          .contains("the chat cannot listen at 127.0.0.1, port " + other.getLocalPort())
          .contains("choose another with --port or --host");
    }
  }

  @Test
  void aHostThatNobodyKnowsIsNamed() {
    var ran = Ran.of("chat", "--host", "no-such-host.invalid", "--port", "0");
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err()).contains("no-such-host.invalid").contains("no address is known for it");
  }
}
