package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import understudy.event.Pid;

class TimerTest {
  @Seeded
  @DisplayName("TMR-01 MSG-15 a message is delivered not earlier than its delay")
  void notEarlier(Rig rig) {
    rig.spawn(self -> {
      self.sendAfter(ms(50), self.pid(), "tick");
      rig.say(self.receive());
    });
    rig.advance(49);
    assertThat(rig.said()).isEmpty();
    rig.advance(1);
    assertThat(rig.said()).containsExactly("tick");
  }

  @Seeded
  @DisplayName("TMR-02 cancel gives what was left, once, and nothing for what never was")
  void cancel(Rig rig) {
    rig.run(self -> {
      long timer = self.sendAfter(ms(100), self.pid(), "tick");
      self.sleep(ms(30));
      assertThat(self.cancelTimer(timer)).hasValue(70);
      assertThat(self.cancelTimer(timer)).isEmpty();
      assertThat(self.cancelTimer(123_456)).isEmpty();
      assertThat(self.receive(_ -> true, ms(500))).isEmpty();
    });
  }

  @Seeded
  @DisplayName("TMR-03 where cancel comes too late the message is in the mailbox")
  void tooLate(Rig rig) {
    rig.run(self -> {
      long timer = self.sendAfter(ms(10), self.pid(), "tick");
      self.sleep(ms(20));
      assertThat(self.cancelTimer(timer)).isEmpty();
      assertThat(self.take(_ -> true)).contains("tick");
    });
  }

  @Seeded
  @DisplayName("TMR-04 a timer disappears when the process that it is for dies")
  void forTheDead(Rig rig) {
    Pid other = rig.idler();
    rig.run(self -> {
      long timer = self.sendAfter(ms(100), other, "tick");
      assertThat(self.readTimer(timer)).hasValue(100);
      self.exit(other, BOOM);
      assertThat(self.readTimer(timer)).isEqualTo(OptionalLong.empty());
      assertThat(self.cancelTimer(timer)).isEmpty();
    });
  }

  @Seeded
  @DisplayName("TMR-05 start_timer delivers its own reference with the message")
  void startTimer(Rig rig) {
    rig.run(self -> {
      long stale = self.startTimer(ms(10), self.pid(), "tick");
      long timer = self.startTimer(ms(20), self.pid(), "tick");
      assertThat(timer).isNotEqualTo(stale);
      assertThat(self.receive()).isEqualTo(new TimeoutMessage(stale, "tick"));
      assertThat(self.receive()).isEqualTo(new TimeoutMessage(timer, "tick"));
    });
  }

  @Seeded
  @DisplayName("TMR-06 a delay of zero goes through the mailbox, behind what is there")
  void zero(Rig rig) {
    rig.run(self -> {
      self.send(self.pid(), "before");
      self.sendAfter(ms(0), self.pid(), "tick");
      assertThat(self.take(message -> message.equals("tick"))).isEmpty();
      assertThat(self.receive()).isEqualTo("before");
      assertThat(self.receive()).isEqualTo("tick");
    });
  }

  @Seeded
  @DisplayName("TMR-07 the death of who set the timer does not stop it")
  void outlives(Rig rig) {
    Pid receiver = rig.trapper();
    Pid setter =
        rig.spawn(self -> {
          self.sendAfter(ms(100), receiver, "tick");
          throw new Exit(BOOM);
        });
    rig.advance(50);
    assertThat(rig.reason(setter)).isEqualTo(BOOM);
    rig.advance(50);
    assertThat(rig.said()).containsExactly("tick");
  }

  @Seeded
  @DisplayName("TMR-09 a timer can be read without being changed")
  void read(Rig rig) {
    rig.run(self -> {
      long timer = self.sendAfter(ms(100), self.pid(), "tick");
      assertThat(self.readTimer(timer)).hasValue(100);
      self.sleep(ms(40));
      assertThat(self.readTimer(timer)).hasValue(60);
      assertThat(self.readTimer(timer)).hasValue(60);
      assertThat(self.receive()).isEqualTo("tick");
      assertThat(self.readTimer(timer)).isEmpty();
    });
  }

  @Seeded
  @DisplayName("TMR-10 timers to oneself arrive in the order in which they are due")
  void dueOrder(Rig rig) {
    var end = new AtomicLong();
    rig.run(self -> {
      for (int millis : new int[] {40, 10, 30, 20, 50}) {
        self.sendAfter(ms(millis), self.pid(), millis);
      }
      for (int i = 0; i < 5; i++) {
        rig.say(self.receive());
      }
      end.set(self.nanos());
    });
    assertThat(rig.said()).containsExactly("10", "20", "30", "40", "50");
    assertThat(end).hasValue(ms(50).toNanos());
  }

  @Seeded
  @DisplayName("MSG-11 a timer with a message that somebody could change is refused when it is set")
  void mutable(Rig rig) {
    rig.run(self -> {
      assertThatThrownBy(() -> self.sendAfter(ms(5), self.pid(), new int[] {1}))
          .hasMessageContaining("MSG-11");
      assertThatThrownBy(() -> self.startTimer(ms(5), self.pid(), new long[1]))
          .hasMessageContaining("MSG-11");
      assertThat(self.receive(_ -> true, ms(50))).isEmpty();
    });
  }
}
