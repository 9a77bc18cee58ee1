package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.layout.Geometry;
import understudy.layout.Placed;
import understudy.probe.ProcessTable;

/// What is in view: columns for what is told one by one, points for the many, words for what is
/// large enough.
///
/// Owned by the pump's thread. Keeps the columns of positions while neither structure nor camera
/// change.
final class Picture {
  static final int MOST_ROWS = 10_000;
  private static final int MOST_CARDS = 300;
  private static final int MOST_ASKED = 2_000;
  private static final double CARD_WIDTH = 32;
  private static final double CARD_HEIGHT = 11.5;

  /// What positions depend on; what somebody points at counts only where most are mere points.
  private record Key(long survey, Extent view, Camera camera, Set<Integer> raised) {}

  private final Levels levels = new Levels();
  private final Raster raster = new Raster(levels);
  private Optional<Key> made = Optional.empty();
  private Optional<Geometry> geometry = Optional.empty();
  private long arranged = -1;
  private long seenSurvey = -1;
  private long filled = -1;
  private Wires wires = Wires.NONE;
  private Field.Places places = Field.Places.NONE;
  private List<Vertex> vertices = List.of();
  private int[] worded = new int[0];

  /// Takes note that a process may look different.
  void touch(Vertex vertex, Survey survey, long now) {
    if (levels.touch(vertex, now)) {
      point(vertex, survey);
    }
  }

  private void point(Vertex vertex, Survey survey) {
    survey
        .cell(vertex)
        .ifPresent(cell -> raster.changed(vertex.parent().map(Vertex::slot).orElse(-1), cell));
  }

  void look(Survey survey, Graph graph, Wish wish, Found found, long now) {
    levels.cool(now, vertex -> point(vertex, survey));
    Set<Integer> raised = raised(wish, found);
    var key = new Key(survey.version(), wish.view(), wish.camera(), raised);
    if (made.filter(key::equals).isPresent()) {
      return;
    }
    var camera = wish.camera().resolve(survey.world(), wish.view());
    boolean moved =
        made.isEmpty()
            || arranged != survey.arranged()
            || !made.get().view().equals(wish.view())
            || !made.get().camera().equals(wish.camera());
    made = Optional.of(key);
    if (!moved && seenSurvey == survey.version() && !raisesMore()) {
      return;
    }
    arranged = survey.arranged();
    seenSurvey = survey.version();
    var seen = wish.camera().fitting() ? around(survey.world()) : seen(camera, wish.view());
    var next = survey.view(seen, camera.scale(), MOST_ROWS);
    geometry = Optional.of(next);
    raster.show(next.plots(), camera, wish.view(), moved);
    long print = print(next);
    if (moved || next.plots().isEmpty() || !raised.isEmpty() || print != filled) {
      filled = raised.isEmpty() ? print : -1;
      wires = Wiring.of(next);
      fill(survey, graph, rows(next, seen), camera.scale());
    }
  }

  /// {@return a number that is another one, all but surely, if other places are told one by one}
  private static long print(Geometry geometry) {
    long print = geometry.placed().size();
    for (Placed each : geometry.placed()) {
      print = 31 * print + each.slot() + 7L * each.crowd();
    }
    return print & Long.MAX_VALUE;
  }

  private boolean raisesMore() {
    return geometry.filter(each -> !each.plots().isEmpty()).isPresent();
  }

  private static Set<Integer> raised(Wish wish, Found found) {
    Set<Integer> raised = new LinkedHashSet<>(found.slots());
    raised.add(wish.pointed());
    raised.add(wish.selected());
    raised.remove(-1);
    return raised;
  }

  private static Box around(Box world) {
    return new Box(world.x() - 1, world.y() - 1, world.width() + 2, world.height() + 2);
  }

  private static Box seen(Camera camera, Extent view) {
    return new Box(
        camera.x(), camera.y(), view.width() / camera.scale(), view.height() / camera.scale());
  }

  private static List<Placed> rows(Geometry geometry, Box seen) {
    List<Placed> rows = new ArrayList<>(geometry.placed().size());
    for (Placed each : geometry.placed()) {
      if (seen.touches(Survey.box(each.box()))) {
        rows.add(each);
      }
    }
    return rows;
  }

  private void fill(Survey survey, Graph graph, List<Placed> rows, double scale) {
    List<Vertex> found = new ArrayList<>(rows.size());
    var columns = new Columns(rows.size() + 64);
    List<Integer> words = new ArrayList<>();
    for (Placed place : rows) {
      var vertex = graph.vertex(place.slot());
      if (vertex.isEmpty()) {
        continue;
      }
      found.add(vertex.get());
      columns.add(place.slot(), place.parent(), place.supervisor(), place.crowd(), place.box());
      boolean large =
          place.box().width() * scale >= CARD_WIDTH && place.box().height() * scale >= CARD_HEIGHT;
      if (large && place.crowd() == 0 && words.size() < MOST_CARDS) {
        words.add(found.size() - 1);
      }
    }
    if (raisesMore()) {
      for (int slot : made.map(Key::raised).orElse(Set.of())) {
        graph
            .vertex(slot)
            .filter(vertex -> vertex.isPlaced() && !columns.has(slot))
            .ifPresent(vertex -> {
              var box = survey.box(vertex);
              int parent = vertex.parent().map(Vertex::slot).orElse(-1);
              found.add(vertex);
              columns.add(
                  slot,
                  parent,
                  vertex.supervises(),
                  0,
                  new understudy.layout.Box(box.x(), box.y(), box.width(), box.height()));
            });
      }
    }
    vertices = found;
    places = columns.places();
    worded = words.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The columns of positions in the making.
  private static final class Columns {
    private final Map<Integer, Integer> rowOfSlot;
    private final List<int[]> ints = new ArrayList<>();
    private final List<understudy.layout.Box> boxes = new ArrayList<>();

    Columns(int size) {
      rowOfSlot = HashMap.newHashMap(size);
    }

    boolean has(int slot) {
      return rowOfSlot.containsKey(slot);
    }

    void add(int slot, int parent, boolean supervisor, int crowd, understudy.layout.Box box) {
      rowOfSlot.put(slot, boxes.size());
      boxes.add(box);
      ints.add(new int[] {slot, rowOfSlot.getOrDefault(parent, -1), supervisor ? 1 : 0, crowd});
    }

    Field.Places places() {
      int n = boxes.size();
      var places =
          new Field.Places(new int[n], new int[n], new boolean[n], new int[n], new float[4 * n]);
      for (int row = 0; row < n; row++) {
        places.slot()[row] = ints.get(row)[0];
        places.parent()[row] = ints.get(row)[1];
        places.supervisor()[row] = ints.get(row)[2] == 1;
        places.crowd()[row] = ints.get(row)[3];
        places.boxes()[4 * row] = (float) boxes.get(row).x();
        places.boxes()[4 * row + 1] = (float) boxes.get(row).y();
        places.boxes()[4 * row + 2] = (float) boxes.get(row).width();
        places.boxes()[4 * row + 3] = (float) boxes.get(row).height();
      }
      return places;
    }
  }

  /// Asks those in view how many messages wait, unless they are very many.
  void ask(ProcessTable table) {
    if (vertices.size() <= MOST_ASKED) {
      vertices.forEach(vertex -> Census.look(vertex, table));
    }
  }

  Field field(Fates fates, Graph graph, Census census) {
    int n = vertices.size();
    var looks =
        new Field.Looks(
            new Phase[n],
            new Fate[n],
            new int[n],
            new int[n],
            new int[n],
            new int[n],
            new int[n],
            new long[n]);
    boolean haunted = !graph.zombies().isEmpty();
    for (int row = 0; row < n; row++) {
      var vertex = vertices.get(row);
      int crowd = places.crowd()[row];
      looks.phase()[row] = Phases.of(vertex.state());
      looks.fate()[row] = fates.of(vertex);
      looks.depth()[row] = crowd > 0 ? census.worstBelow(vertex) : vertex.depth();
      looks.typical()[row] = crowd > 0 ? census.typicalBelow(vertex, crowd) : vertex.depth();
      looks.restarts()[row] = vertex.restarts();
      looks.zombies()[row] = haunted ? graph.zombies(vertex.slot()).size() : 0;
      looks.unwell()[row] = crowd > 0 ? census.unwellBelow(vertex) : 0;
      looks.pid()[row] = vertex.pid().number();
    }
    return new Field(places, looks, graph.slots());
  }

  List<Card> cards(long nanos, ProcessTable table) {
    List<Card> cards = new ArrayList<>(worded.length);
    for (int row : worded) {
      var vertex = vertices.get(row);
      cards.add(
          new Card(
              row,
              Labels.name(vertex),
              vertex.pid().toString(),
              vertex.previousPid().map(Object::toString).orElse(""),
              vertex.strategy().orElse(vertex.behaviour()),
              vertex.childCount(),
              vertex.restartsInWindow(nanos),
              vertex.maxRestarts(),
              vertex.periodSeconds(),
              vertex.lastExit().map(Reasons::brief).orElse(""),
              Phases.isBusy(vertex, table),
              vertex
                  .restartDueNanos()
                  .map(due -> Figures.duration(Math.max(0, due - nanos)))
                  .orElse("")));
    }
    return cards;
  }

  /// {@return who is told one by one, in the order of the tree}
  List<Vertex> inView() {
    return vertices;
  }

  Wires wires() {
    return wires;
  }

  Heat heat() {
    return raster.heat();
  }

  /// {@return how many processes are drawn, each by itself}
  int shown() {
    return vertices.size() + raster.cellsShown();
  }
}
