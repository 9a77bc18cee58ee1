package understudy.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.graph.VertexState;

/// The data of a [WebPage]: what each event changes in the picture, so that the page has only to
/// show it.
///
/// Events that the filter leaves out still happen: what they change comes with the next event that
/// is shown.
final class Scenes {
  private static final int GONE = -1;
  private static final int NOWHERE = -1;
  private static final List<VertexState> STATES = List.of(VertexState.values());

  private final Prepared run;
  private final Graph graph = new Graph();
  private final Phrase phrase;
  private final Map<Vertex, Integer> places = new LinkedHashMap<>();
  private final Map<Role, Integer> roles = new LinkedHashMap<>();
  private final Map<Integer, Row> pending = new LinkedHashMap<>();
  private final Map<Integer, Row> shown = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private JsonGenerator json = JsonText.on(java.io.Writer.nullWriter());
  private boolean begun;

  /// What a place looks like.
  private record Row(int place, int parent, int state, long pid, int waiting, int restarts) {}

  Scenes(Prepared run) {
    this.run = run;
    this.phrase = new Phrase(run.cast());
  }

  int places() {
    return places.size();
  }

  void write(JsonGenerator generator) throws IOException {
    json = generator;
    json.writeStartObject();
    json.writeStringProperty("about", about());
    texts("notes", run.notes());
    json.writeNumberProperty("from", run.firstNanos());
    json.writeNumberProperty("until", run.lastNanos());
    texts("kinds", Kind.all());
    texts("states", STATES.stream().map(Scenes::lower).toList());
    run.forEach(this::take);
    begin();
    json.writeEndArray();
    texts("roles", roles.keySet().stream().map(Role::label).map(Plain::line).toList());
    json.writeName("places");
    json.writeStartArray();
    places.keySet().forEach(this::place);
    json.writeEndArray();
    json.writeEndObject();
  }

  private String about() {
    Run about = run.run();
    List<String> words = new ArrayList<>();
    words.add(about.name());
    words.add(Prepared.counted(run.events(), "event"));
    words.add(
        String.format(
            Locale.ROOT, "%.3f s to %.3f s", run.firstNanos() / 1e9, run.lastNanos() / 1e9));
    words.add(about.stepped() ? "virtual time, seed " + about.seed() : "real time");
    return Plain.line(String.join(" · ", words));
  }

  private void texts(String name, List<String> texts) {
    json.writeName(name);
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private void place(Vertex vertex) {
    json.writeStartArray();
    json.writeString(Plain.line(names.get(number(vertex))));
    json.writeString(lower(vertex.kind()));
    json.writeString(Plain.line(vertex.strategy().map(s -> strategy(vertex, s)).orElse("")));
    json.writeString(Plain.line(vertex.behaviour()));
    json.writeEndArray();
  }

  private static String strategy(Vertex vertex, String strategy) {
    return "%s, %d in %d s".formatted(strategy, vertex.maxRestarts(), vertex.periodSeconds());
  }

  private void take(Stamped stamped, boolean passes) {
    if (stamped.nanos() > run.filter().untilNanos()) {
      return;
    }
    RuntimeEvent event = stamped.event();
    int from = place(event.subject());
    int to = place(Parties.other(event));
    String mark = mark(event);
    graph.apply(stamped);
    graph.changes(this::note, this::note);
    if (passes) {
      begin();
      int subject = place(event.subject());
      int other = place(Parties.other(event));
      json.writeStartArray();
      json.writeNumber(stamped.nanos());
      json.writeNumber(Kind.all().indexOf(Kind.of(event)));
      json.writeNumber(roles.computeIfAbsent(run.role(event.subject()), _ -> roles.size()));
      json.writeNumber(subject == NOWHERE ? from : subject);
      json.writeNumber(other == NOWHERE ? to : other);
      json.writeString(phrase.of(event));
      rows();
      json.writeString(mark);
      json.writeEndArray();
    }
  }

  /// What the page marks the event with.
  private String mark(RuntimeEvent event) {
    if (event instanceof RuntimeEvent.Exited said) {
      boolean told =
          graph.vertex(said.subject()).filter(v -> v.state() == VertexState.STOPPING).isPresent();
      return Because.isCrash(said.reason()) && !told ? "crash" : "";
    }
    boolean again = event instanceof RuntimeEvent.ChildStarting said && said.incarnation() > 1;
    return again ? "restart" : "";
  }

  /// Writes what was there before the first event that is shown.
  private void begin() {
    if (!begun) {
      begun = true;
      json.writeName("before");
      rows();
      json.writeName("events");
      json.writeStartArray();
    }
  }

  private void rows() {
    json.writeStartArray();
    for (Row row : pending.values()) {
      if (!row.equals(shown.put(row.place, row))) {
        json.writeStartArray();
        json.writeNumber(row.place);
        json.writeNumber(row.parent);
        json.writeNumber(row.state);
        json.writeNumber(row.pid);
        json.writeNumber(row.waiting);
        json.writeNumber(row.restarts);
        json.writeEndArray();
      }
    }
    json.writeEndArray();
    pending.clear();
  }

  private void note(Vertex vertex) {
    if (!places.containsKey(vertex) && !(vertex.isPlaced() && run.role(vertex.pid()).under)) {
      return;
    }
    vertex.parent().filter(above -> !places.containsKey(above)).ifPresent(this::note);
    int place = number(vertex);
    int parent = vertex.parent().map(above -> places.getOrDefault(above, NOWHERE)).orElse(NOWHERE);
    int state = vertex.isPlaced() ? STATES.indexOf(vertex.state()) : GONE;
    long pid = vertex.pid().number();
    pending.put(place, new Row(place, parent, state, pid, vertex.depth(), vertex.restarts()));
  }

  private int number(Vertex vertex) {
    return places.computeIfAbsent(
        vertex,
        fresh -> {
          names.add(run.role(fresh.pid()).shortName());
          return places.size();
        });
  }

  private int place(Pid pid) {
    Optional<Vertex> vertex = pid.isNone() ? Optional.empty() : graph.vertex(pid);
    return vertex.map(found -> places.getOrDefault(found, NOWHERE)).orElse(NOWHERE);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
