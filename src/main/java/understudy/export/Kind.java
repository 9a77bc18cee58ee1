package understudy.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import understudy.event.RuntimeEvent;

/// The names of the kinds of events in exports and filters: `sent`, `child_started`, ...
public final class Kind {
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return type.getSimpleName()
              .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
              .toLowerCase(Locale.ROOT);
        }
      };

  private static final List<String> ALL =
      Arrays.stream(RuntimeEvent.class.getPermittedSubclasses()).map(NAMES::get).toList();

  private Kind() {}

  /// {@return every name there is, in the order of the events' own page}
  public static List<String> all() {
    return ALL;
  }

  static String of(RuntimeEvent event) {
    return NAMES.get(event.getClass());
  }
}
