package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
  private static final String BEHIND =
      " S 1 42 42 0 -1 4194560 9 0 0 0 1 2 0 0 20 0 30 0 7412345 99 1 2 3\n";

  @Test
  void isWhatTheMachineWasOnLessWhatItWasOnAtTheStart() {
    assertThat(ProcessAge.onLinux("42 (java)" + BEHIND, "74125.14 9.00\n"))
        .isEqualTo(Duration.ofMillis(1_690));
  }

  @Test
  void aNameWithSpacesAndBracketsIsNotCounted() {
    assertThat(ProcessAge.onLinux("42 (a ) b (c)" + BEHIND, "74123.45 9.00\n"))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void isNoLessThanThatOfTheVirtualMachineInIt() {
    long machine = ManagementFactory.getRuntimeMXBean().getUptime();
    assertThat(ProcessAge.now()).isGreaterThanOrEqualTo(Duration.ofMillis(machine - 20));
  }
}
