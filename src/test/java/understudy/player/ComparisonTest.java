package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.scenario.Expected;
import understudy.scenario.ExpectedStep;
import understudy.scenario.Order;
import understudy.scenario.Value;

/// When a result counts as the expected one.
class ComparisonTest {
  private static final Value CONCRETE =
      refused(Value.items(Value.text("invalid_intensity"), Value.number(-1)));
  private static final Value LEFT_OUT = refused(Value.text("$detail"));

  private static Value refused(Value detail) {
    return Value.items(Value.text("error"), Value.items(Value.text("supervisor_data"), detail));
  }

  private static List<String> differences(Value expected, Value got) {
    return Comparison.differences(
        new Expected(List.of(new ExpectedStep(expected, List.of(), new Order.Total())), List.of()),
        new Played("s", List.of(new PlayedStep(got, List.of())), List.of()));
  }

  @Test
  void whatARejectedSpecificationSaysIsTheSameWhereOneSideLeavesItOut() {
    assertThat(differences(LEFT_OUT, CONCRETE)).isEmpty();
    assertThat(differences(CONCRETE, LEFT_OUT)).isEmpty();
    assertThat(differences(CONCRETE, CONCRETE)).isEmpty();
  }

  @Test
  void everythingElseMustBeEqual() {
    assertThat(differences(LEFT_OUT, Value.items(Value.text("error"), Value.text("start_spec"))))
        .singleElement()
        .asString()
        .startsWith("step 1: result ");
    assertThat(differences(CONCRETE, refused(Value.number(-1)))).hasSize(1);
    assertThat(differences(Value.text("ok"), Value.nothing())).hasSize(1);
  }
}
