package understudy.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// Hands a living system's events to the JDK's Flight Recorder as they come, for `jfr` and Mission
/// Control.
///
/// The Flight Recorder stamps each event when it is handed over, so this is for a system that runs
/// now, not for what was recorded once; the runtime's own time is a field. There is an event type a
/// kind, `understudy.Sent`, `understudy.ChildExited`, ..., made when the first of its kind comes.
/// Other recordings of the same Java machine get the events too. Used by one thread.
public final class FlightRecording implements AutoCloseable {
  /// The fields of every type, before those of its kind.
  private static final List<ValueDescriptor> COMMON =
      List.of(
          described(long.class, "sequence", "Sequence"),
          new ValueDescriptor(
              long.class,
              "runtimeTime",
              List.of(
                  new AnnotationElement(Label.class, "Runtime's time"),
                  new AnnotationElement(Timespan.class, Timespan.NANOSECONDS))),
          described(long.class, "pid", "Pid"),
          described(String.class, "place", "Place"));

  private final Path file;
  private final Recording recording = new Recording();
  private final Map<String, EventFactory> types = new HashMap<>();
  private final Graph graph = new Graph();

  private FlightRecording(Path file) {
    this.file = file;
    recording.setName("Understudy");
    recording.setToDisk(true);
  }

  /// Begins; the file is written at the end.
  ///
  /// @param file where to
  /// @return what takes the events from now on
  /// @throws IOException if there cannot be such a file
  public static FlightRecording to(Path file) throws IOException {
    Files.write(file, new byte[0]);
    var flight = new FlightRecording(file);
    flight.recording.start();
    return flight;
  }

  /// Hands over the next events.
  ///
  /// @param events in order
  public void accept(List<Stamped> events) {
    events.forEach(this::accept);
  }

  private void accept(Stamped stamped) {
    RuntimeEvent event = stamped.event();
    String before = place(event);
    graph.apply(stamped);
    List<Field> fields = fields(event);
    Event flying = types.computeIfAbsent(Kind.of(event), kind -> type(kind, fields)).newEvent();
    flying.set(0, stamped.sequence());
    flying.set(1, stamped.nanos());
    flying.set(2, event.subject().number());
    String after = place(event);
    flying.set(3, after.isEmpty() ? before : after);
    for (int i = 0; i < fields.size(); i++) {
      flying.set(COMMON.size() + i, fields.get(i).value());
    }
    flying.commit();
  }

  private String place(RuntimeEvent event) {
    return graph.vertex(event.subject()).map(Vertex::path).orElse("");
  }

  /// Events of a kind have the same fields: what dies without a stack has an empty one.
  private static List<Field> fields(RuntimeEvent event) {
    List<Field> fields = new ArrayList<>(Field.of(event));
    boolean reason = fields.stream().anyMatch(field -> field.name().equals("reason"));
    boolean stack = fields.stream().anyMatch(field -> field.name().equals("stack"));
    if (reason && !stack) {
      fields.add(new Field("stack", ""));
    }
    return fields;
  }

  private EventFactory type(String kind, List<Field> fields) {
    String words = kind.replace('_', ' ');
    List<ValueDescriptor> descriptors = new ArrayList<>(COMMON);
    for (Field field : fields) {
      String label = field.name().replace('_', ' ');
      descriptors.add(described(primitive(field.value()), camel(field.name()), capital(label)));
    }
    String name = "understudy." + capital(camel(kind));
    EventFactory type =
        EventFactory.create(
            List.of(
                new AnnotationElement(Name.class, name),
                new AnnotationElement(Label.class, capital(words)),
                new AnnotationElement(Category.class, new String[] {"Understudy", category(kind)}),
                new AnnotationElement(StackTrace.class, false)),
            descriptors);
    type.register();
    recording.enable(name);
    return type;
  }

  private static ValueDescriptor described(Class<?> type, String name, String label) {
    return new ValueDescriptor(type, name, List.of(new AnnotationElement(Label.class, label)));
  }

  private static Class<?> primitive(Object value) {
    return switch (value) {
      case Integer _ -> int.class;
      case Long _ -> long.class;
      case Boolean _ -> boolean.class;
      default -> String.class;
    };
  }

  private static String category(String kind) {
    if (kind.equals("sent") || kind.equals("received")) {
      return "Messages";
    }
    return kind.startsWith("child_")
            || List.of("supervising", "restart_delayed", "gave_up").contains(kind)
        ? "Supervision"
        : "Processes";
  }

  private static String camel(String name) {
    var camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(camel.isEmpty() ? word : capital(word));
    }
    return camel.toString();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// Ends it, and writes the file.
  ///
  /// @throws IOException if the file cannot be written
  @Override
  public void close() throws IOException {
    try (recording) {
      recording.stop();
      recording.dump(file);
    } finally {
      types.values().forEach(EventFactory::unregister);
    }
  }
}
