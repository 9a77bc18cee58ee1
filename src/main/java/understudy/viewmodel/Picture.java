package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.graph.VertexState;

/// What is in view: columns for all of it, words for what is large enough.
///
/// Owned by the pump's thread. Keeps the columns of positions while neither structure nor camera
/// change.
final class Picture {
  static final int MOST_ROWS = 20_000;
  private static final int MOST_CARDS = 300;
  private static final double CARD_WIDTH = 32;
  private static final double CARD_HEIGHT = 11.5;

  private record Key(long survey, Extent view, Camera camera) {}

  private Optional<Key> made = Optional.empty();
  private Field.Places places =
      new Field.Places(new int[0], new int[0], new boolean[0], new float[0]);
  private int[] index = new int[0];
  private int[] worded = new int[0];

  void look(Survey survey, Wish wish) {
    var key = new Key(survey.version(), wish.view(), wish.camera());
    if (made.filter(key::equals).isPresent()) {
      return;
    }
    made = Optional.of(key);
    var camera = wish.camera().resolve(survey.world(), wish.view());
    var seen = seen(camera, wish.view());
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < survey.size() && rows.size() < MOST_ROWS; i++) {
      var box = survey.placed(i).box();
      if (wish.camera().fitting()
          || seen.touches(new Box(box.x(), box.y(), box.width(), box.height()))) {
        rows.add(i);
      }
    }
    fill(survey, rows, camera.scale());
  }

  private static Box seen(Camera camera, Extent view) {
    return new Box(
        camera.x(), camera.y(), view.width() / camera.scale(), view.height() / camera.scale());
  }

  private void fill(Survey survey, List<Integer> rows, double scale) {
    int n = rows.size();
    places = new Field.Places(new int[n], new int[n], new boolean[n], new float[4 * n]);
    index = rows.stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, Integer> rowOfSlot = HashMap.newHashMap(n);
    List<Integer> words = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      var place = survey.placed(index[row]);
      rowOfSlot.put(place.slot(), row);
      places.slot()[row] = place.slot();
      places.parent()[row] = rowOfSlot.getOrDefault(place.parent(), -1);
      places.supervisor()[row] = place.supervisor();
      places.boxes()[4 * row] = (float) place.box().x();
      places.boxes()[4 * row + 1] = (float) place.box().y();
      places.boxes()[4 * row + 2] = (float) place.box().width();
      places.boxes()[4 * row + 3] = (float) place.box().height();
      boolean large =
          place.box().width() * scale >= CARD_WIDTH && place.box().height() * scale >= CARD_HEIGHT;
      if (large && words.size() < MOST_CARDS) {
        words.add(row);
      }
    }
    worded = words.stream().mapToInt(Integer::intValue).toArray();
  }

  Field field(Survey survey, Fates fates, Graph graph) {
    int n = index.length;
    var looks =
        new Field.Looks(new Phase[n], new Fate[n], new int[n], new int[n], new int[n], new long[n]);
    for (int row = 0; row < n; row++) {
      var vertex = survey.vertex(index[row]);
      looks.phase()[row] = phase(vertex.state());
      looks.fate()[row] = fates.of(vertex);
      looks.depth()[row] = vertex.depth();
      looks.restarts()[row] = vertex.restarts();
      looks.zombies()[row] = graph.zombies(vertex.slot()).size();
      looks.pid()[row] = vertex.pid().number();
    }
    return new Field(places, looks);
  }

  List<Card> cards(Survey survey, long nanos) {
    List<Card> cards = new ArrayList<>(worded.length);
    for (int row : worded) {
      var vertex = survey.vertex(index[row]);
      cards.add(
          new Card(
              row,
              Labels.name(vertex),
              vertex.pid().toString(),
              vertex.previousPid().map(Object::toString).orElse(""),
              vertex.strategy().orElse(vertex.behaviour()),
              vertex.children().size(),
              vertex.restartsInWindow(nanos),
              vertex.maxRestarts(),
              vertex.periodSeconds(),
              vertex.lastExit().map(Reasons::brief).orElse("")));
    }
    return cards;
  }

  int shown() {
    return index.length;
  }

  static Phase phase(VertexState state) {
    return switch (state) {
      case STARTING -> Phase.STARTING;
      case RUNNING -> Phase.RUNNING;
      case SUSPENDED -> Phase.SUSPENDED;
      case STOPPING -> Phase.STOPPING;
      case RESTARTING -> Phase.RESTARTING;
      case BACKING_OFF -> Phase.BACKING_OFF;
      case DOWN -> Phase.DOWN;
      case GAVE_UP -> Phase.GAVE_UP;
    };
  }

  static List<Peer> path(Vertex vertex) {
    List<Peer> path = new ArrayList<>();
    for (Optional<Vertex> at = Optional.of(vertex); at.isPresent(); at = at.get().parent()) {
      path.addFirst(new Peer(at.get().pid(), at.get().slot(), Labels.name(at.get())));
    }
    return path;
  }

  static Hint hint(Vertex vertex, Graph graph, long nanos) {
    var text = new StringBuilder(vertex.pid().toString());
    vertex
        .strategy()
        .or(() -> Optional.of(vertex.behaviour()))
        .filter(s -> !s.isEmpty())
        .ifPresent(runs -> text.append(" · ").append(runs));
    text.append(" · ").append(Figures.compact((long) vertex.depth())).append(" waiting");
    if (vertex.restarts() > 0) {
      text.append(" · ")
          .append(vertex.restarts())
          .append(vertex.restarts() == 1 ? " restart" : " restarts");
    }
    if (vertex.state() != VertexState.RUNNING) {
      text.append(" · ").append(phase(vertex.state()).words());
    }
    String ghosts = Ghosts.words(graph.zombies(vertex.slot()), nanos);
    if (!ghosts.isEmpty()) {
      text.append(" · ").append(ghosts);
    }
    return new Hint(vertex.slot(), Labels.name(vertex), text.toString());
  }

  static Steps steps(Vertex vertex, Graph graph) {
    List<Vertex> siblings =
        vertex
            .parent()
            .map(Vertex::children)
            .orElseGet(() -> {
              List<Vertex> top = new ArrayList<>(graph.roots());
              top.addAll(graph.loose());
              return top;
            });
    int at = siblings.indexOf(vertex);
    return new Steps(
        vertex.parent().map(Vertex::slot).orElse(-1),
        vertex.children().isEmpty() ? -1 : vertex.children().getFirst().slot(),
        at > 0 ? siblings.get(at - 1).slot() : -1,
        at >= 0 && at + 1 < siblings.size() ? siblings.get(at + 1).slot() : -1);
  }
}
