package understudy.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How files write [ProcessPath].
final class Paths {
  private static final Pattern FORM = Pattern.compile("([^@]+)(?:@([1-9][0-9]{0,8}))?");

  private Paths() {}

  static boolean isId(String text) {
    return !text.isBlank()
        && text.indexOf('/') < 0
        && text.indexOf('@') < 0
        && text.chars().noneMatch(Character::isISOControl);
  }

  static Optional<ProcessPath> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches() || !Arrays.stream(match.group(1).split("/", -1)).allMatch(Paths::isId)) {
      return Optional.empty();
    }
    var incarnation = match.group(2);
    return Optional.of(
        new ProcessPath(
            match.group(1),
            incarnation == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(incarnation))));
  }
}
