package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Strategy.ONE_FOR_ONE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.RestartType;
import understudy.otp.DynamicFlags.Flavour;
import understudy.runtime.Behaviour;

/// What a supervisor says to what it refuses, word for word as OTP does.
class ObjectionTest {
  private static final ChildSpec CHILD = spec("a");
  private static final ChildSpec SIGNIFICANT =
      CHILD.restarted(RestartType.TRANSIENT).asSignificant();

  private static ChildSpec spec(String id) {
    return ChildSpec.worker(id, () -> Behaviour.of(id, _ -> {}));
  }

  private static ChildSpec stoppedWithin(long millis) {
    return CHILD.stopped(new ShutdownTime.Within(Duration.ofMillis(millis)));
  }

  private static SupervisorFlags flags(AutoShutdown auto) {
    return new SupervisorFlags(ONE_FOR_ONE, 3, 5, auto, Optional.empty());
  }

  private static String toStart(SupervisorFlags flags, ChildSpec... specs) {
    return Objection.toStart(flags, List.of(specs)).map(Object::toString).orElse("none");
  }

  private static String toStart(DynamicFlags flags) {
    return Objection.toStart(flags).map(Object::toString).orElse("none");
  }

  @Test
  @DisplayName("SUP-05 a restart intensity below 0 and a period below 1 s are refused")
  void flags() {
    assertThat(toStart(flags(AutoShutdown.NEVER).tolerating(-1, 5)))
        .isEqualTo("{supervisor_data, {invalid_intensity, -1}}");
    assertThat(toStart(flags(AutoShutdown.NEVER).tolerating(0, 0)))
        .isEqualTo("{supervisor_data, {invalid_period, 0}}");
    assertThat(toStart(flags(AutoShutdown.NEVER).tolerating(0, 1))).isEqualTo("none");
  }

  @Test
  @DisplayName("SUP-05 SUP-16 the first specification that is wrong is told")
  void specifications() {
    assertThat(toStart(flags(AutoShutdown.NEVER), CHILD, spec("b"), CHILD))
        .isEqualTo("{start_spec, {duplicate_child_name, a}}");
    assertThat(toStart(flags(AutoShutdown.NEVER), spec("b"), stoppedWithin(-1), CHILD))
        .isEqualTo("{start_spec, {invalid_shutdown, -1}}");
    assertThat(toStart(flags(AutoShutdown.NEVER), CHILD, spec("b"))).isEqualTo("none");
  }

  @Test
  @DisplayName("AUT-11 AUT-12 a significant child needs auto-shutdown, and must not be permanent")
  void significant() {
    assertThat(toStart(flags(AutoShutdown.NEVER), SIGNIFICANT))
        .isEqualTo("{start_spec, {bad_combination, \"auto_shutdown never, significant true\"}}");
    assertThat(toStart(flags(AutoShutdown.ANY_SIGNIFICANT), CHILD.asSignificant()))
        .isEqualTo("{start_spec, {bad_combination, \"restart permanent, significant true\"}}");
    assertThat(toStart(flags(AutoShutdown.ALL_SIGNIFICANT), SIGNIFICANT)).isEqualTo("none");
  }

  @Test
  @DisplayName("SUP-05 the template of simple_one_for_one is looked at before it is used")
  void template() {
    assertThat(toStart(DynamicFlags.simple(3, 5, AutoShutdown.NEVER, SIGNIFICANT)))
        .startsWith("{start_spec, {bad_combination,");
    assertThat(toStart(DynamicFlags.simple(3, 5, AutoShutdown.ANY_SIGNIFICANT, SIGNIFICANT)))
        .isEqualTo("none");
  }

  @Test
  @DisplayName("DYN-14 a DynamicSupervisor refuses flags, and a child without time to stop")
  void dynamic() {
    assertThat(toStart(new DynamicFlags(-1, 5, 1, Flavour.DYNAMIC)))
        .isEqualTo("{supervisor_data, {invalid_intensity, -1}}");
    assertThat(toStart(new DynamicFlags(3, 5, -1, Flavour.DYNAMIC)))
        .isEqualTo("{supervisor_data, {invalid_max_children, -1}}");
    assertThat(Objection.toDynamicChild(stoppedWithin(0)))
        .hasToString("Optional[{invalid_shutdown, 0}]");
    assertThat(Objection.toDynamicChild(stoppedWithin(1))).isEmpty();
    assertThat(Objection.toChild(AutoShutdown.NEVER, stoppedWithin(0))).isEmpty();
  }
}
