package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import understudy.viewmodel.Arrangement.Bounds;
import understudy.viewmodel.Arrangement.Edges;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;

/// An arrangement as names and values, for a file that a person may read and edit.
public final class ArrangementText {
  private ArrangementText() {}

  /// What a file said.
  ///
  /// @param arrangement what could be used of it; the rest is as it is the first time
  /// @param complaints a line for each value that could not
  public record Reading(Arrangement arrangement, List<String> complaints) {
    /// Takes a copy.
    public Reading {
      complaints = List.copyOf(complaints);
    }
  }

  /// {@return `arrangement` as names and values, in a fixed order}
  ///
  /// @param arrangement what to write
  public static Map<String, String> write(Arrangement arrangement) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("view", name(arrangement.view()));
    values.put("inspector", name(arrangement.inspector()));
    values.put("strip", Boolean.toString(arrangement.strip()));
    values.put("timeline", Boolean.toString(arrangement.timeline()));
    values.put("events", Boolean.toString(arrangement.events()));
    values.put("scale", Integer.toString(arrangement.scale()));
    values.put("dark", Boolean.toString(arrangement.dark()));
    values.put("welcomed", Boolean.toString(arrangement.welcomed()));
    var edges = arrangement.edges();
    values.put(
        "edges", numbers(edges.inspector(), edges.table(), edges.timeline(), edges.events()));
    values.put(
        "columns",
        new TreeSet<>(arrangement.columns())
            .stream().map(ArrangementText::name).collect(Collectors.joining(" ")));
    values.put(
        "layers",
        new TreeSet<>(arrangement.layers())
            .stream().map(ArrangementText::name).collect(Collectors.joining(" ")));
    arrangement
        .bounds()
        .ifPresent(b -> {
          values.put("bounds", numbers(b.x(), b.y(), b.width(), b.height()));
          values.put("maximized", Boolean.toString(b.maximized()));
        });
    return values;
  }

  /// {@return what `values` say; whatever they say, it can be used}
  ///
  /// @param values names and values, perhaps of another version or of a person's making
  public static Reading read(Map<String, String> values) {
    List<String> complaints = new ArrayList<>();
    var next = new Arrangement.Draft(Arrangement.FIRST);
    var reader = new Reader(values, complaints);
    reader.take("view", oneOf(View.class), v -> next.view = v);
    reader.take("inspector", oneOf(Side.class), v -> next.inspector = v);
    reader.take("strip", ArrangementText::flag, v -> next.strip = v);
    reader.take("timeline", ArrangementText::flag, v -> next.timeline = v);
    reader.take("events", ArrangementText::flag, v -> next.events = v);
    reader.take("scale", ArrangementText::percent, v -> next.scale = v);
    reader.take("dark", ArrangementText::flag, v -> next.dark = v);
    reader.take("welcomed", ArrangementText::flag, v -> next.welcomed = v);
    reader.take(
        "edges", ArrangementText::four, v -> next.edges = new Edges(v[0], v[1], v[2], v[3]));
    reader.take("columns", ArrangementText::columns, v -> next.columns = v);
    reader.take("layers", ArrangementText::layers, v -> next.layers = v);
    reader.take(
        "bounds",
        ArrangementText::four,
        v -> next.bounds = Optional.of(new Bounds(v[0], v[1], v[2], v[3], false)));
    reader.take(
        "maximized",
        ArrangementText::flag,
        v ->
            next.bounds = next.bounds.map(b -> new Bounds(b.x(), b.y(), b.width(), b.height(), v)));
    return new Reading(next.done(), complaints);
  }

  private record Reader(Map<String, String> values, List<String> complaints) {
    <T> void take(String name, Function<String, T> parse, Consumer<T> use) {
      String text = values.get(name);
      if (text == null) {
        return;
      }
      try {
        use.accept(parse.apply(text.strip()));
      } catch (IllegalArgumentException e) {
        complaints.add("%s: %s; it is as it was the first time".formatted(name, e.getMessage()));
      }
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String numbers(double... values) {
    return Arrays.stream(values)
        .mapToObj(v -> String.format(Locale.ROOT, "%.4f", v))
        .collect(Collectors.joining(" "));
  }

  private static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
    return text -> {
      for (E each : type.getEnumConstants()) {
        if (name(each).equals(text)) {
          return each;
        }
      }
      String names =
          Arrays.stream(type.getEnumConstants())
              .map(ArrangementText::name)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException("expected one of %s, got '%s'".formatted(names, text));
    };
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("expected true or false, got '%s'".formatted(text));
    };
  }

  private static Integer percent(String text) {
    double value = number(text);
    if (value < Arrangement.SMALLEST || value > Arrangement.LARGEST) {
      throw new IllegalArgumentException("expected 100 to 300 percent, got '%s'".formatted(text));
    }
    return (int) value;
  }

  private static double number(String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below, in the same words as for a number that is none.
    }
    throw new IllegalArgumentException("expected a number, got '%s'".formatted(text));
  }

  private static double[] four(String text) {
    double[] values =
        Arrays.stream(text.split("\\s+", -1)).mapToDouble(ArrangementText::number).toArray();
    if (values.length != 4) {
      throw new IllegalArgumentException("expected four numbers, got '%s'".formatted(text));
    }
    return values;
  }

  private static Set<Layer> layers(String text) {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    for (String each : text.isEmpty() ? new String[0] : text.split("\\s+", -1)) {
      layers.add(oneOf(Layer.class).apply(each));
    }
    return layers;
  }

  private static Set<RollColumn> columns(String text) {
    Set<RollColumn> columns = EnumSet.noneOf(RollColumn.class);
    for (String each : text.split("\\s+", -1)) {
      columns.add(oneOf(RollColumn.class).apply(each));
    }
    return columns;
  }
}
