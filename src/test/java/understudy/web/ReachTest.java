package understudy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which address is shown to phones.
class ReachTest {
  private static InetAddress at(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new AssertionError(address, e);
    }
  }

  private static List<InetAddress> all(String... addresses) {
    return Arrays.stream(addresses).map(ReachTest::at).toList();
  }

  @Test
  void theOneThatLeadsOutwardComesFirstAndThoseForNobodyElseLast() {
    var own = all("127.0.0.1", "169.254.7.7", "172.17.0.1", "192.168.1.20", "10.8.0.2");
    assertThat(Reach.bestFirst(own, Optional.of(at("192.168.1.20"))))
        .isEqualTo(all("192.168.1.20", "172.17.0.1", "10.8.0.2", "169.254.7.7", "127.0.0.1"));
  }

  @Test
  void withoutAWayOutwardTheSystemsOrderStays() {
    var own = all("127.0.0.1", "192.168.137.1", "10.0.0.7");
    var order = all("192.168.137.1", "10.0.0.7", "127.0.0.1");
    assertThat(Reach.bestFirst(own, Optional.empty())).isEqualTo(order);
    assertThat(Reach.bestFirst(own, Optional.of(at("0.0.0.0")))).isEqualTo(order);
  }

  @Test
  void thisMachineHasItsLoopbackAddressAtLeast() throws IOException {
    assertThat(Reach.addresses().getLast().isLoopbackAddress()).isTrue();
  }
}
