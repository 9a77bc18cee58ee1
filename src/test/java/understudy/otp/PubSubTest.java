package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;

import org.junit.jupiter.api.DisplayName;
import understudy.event.Pid;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// Topics: PUB-01 to PUB-03.
class PubSubTest {
  private static final PubSub<String> NEWS = PubSub.named("News");

  private static Pid subscriber(Rig rig, String name, int times, String topic) {
    Pid pid =
        rig.spawn(self -> {
          for (int i = 0; i < times; i++) {
            NEWS.subscribe(self, topic);
          }
          while (true) {
            Object message = self.receive();
            if (message.equals("enough")) {
              NEWS.unsubscribe(self, topic);
            }
            rig.say(name + " " + message);
          }
        });
    rig.idle();
    return pid;
  }

  private static void publish(Rig rig, String topic, String message) {
    rig.spawn(self -> NEWS.broadcast(self, topic, message));
    rig.idle();
  }

  @Seeded
  @DisplayName("PUB-01 a message reaches every subscriber of its topic, and nobody else")
  void everySubscriber(Rig rig) {
    rig.vm.spawn(NEWS.process());
    rig.idle();
    subscriber(rig, "a", 1, "weather");
    subscriber(rig, "b", 1, "weather");
    subscriber(rig, "c", 1, "sport");
    publish(rig, "weather", "rain");
    publish(rig, "nothing", "silence");
    assertThat(rig.said()).containsExactlyInAnyOrder("a rain", "b rain");
  }

  @Seeded
  @DisplayName("PUB-02 who subscribes twice receives twice, and unsubscribes at once")
  void twice(Rig rig) {
    rig.vm.spawn(NEWS.process());
    rig.idle();
    subscriber(rig, "a", 2, "weather");
    publish(rig, "weather", "rain");
    assertThat(rig.said()).containsExactly("a rain", "a rain");
    publish(rig, "weather", "enough");
    publish(rig, "weather", "sun");
    assertThat(rig.said()).containsExactly("a rain", "a rain", "a enough", "a enough");
  }

  @Seeded
  @DisplayName("PUB-03 a dead subscriber is dropped without unsubscribing")
  void dead(Rig rig) {
    rig.vm.spawn(NEWS.process());
    rig.idle();
    Pid dying = subscriber(rig, "a", 1, "weather");
    subscriber(rig, "b", 1, "weather");
    rig.vm.exit(dying, BOOM);
    rig.idle();
    publish(rig, "weather", "rain");
    assertThat(rig.said()).containsExactly("b rain");
    rig.run(self -> assertThat(NEWS.registry().count(self)).isEqualTo(1));
  }

  @Seeded
  @DisplayName("PUB-01 broadcast_from leaves the publisher out")
  void fromOneself(Rig rig) {
    rig.vm.spawn(NEWS.process());
    rig.idle();
    subscriber(rig, "a", 1, "weather");
    rig.run(self -> {
      NEWS.subscribe(self, "weather");
      NEWS.broadcastFrom(self, "weather", "rain");
      assertThat(self.take(_ -> true)).isEmpty();
      NEWS.broadcast(self, "weather", "sun");
      assertThat(self.receive()).isEqualTo("sun");
    });
    assertThat(rig.said()).containsExactly("a rain", "a sun");
  }
}
