package understudy.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.viewmodel.Arrangement;

/// Remembers in memory what a keeper writes to files.
final class FakeKeeper implements Keeper {
  final List<Arrangement> remembered = new ArrayList<>();
  final Map<Path, Drawn> kept = new LinkedHashMap<>();
  final List<Path> recent = new ArrayList<>();
  private final Arrangement left;

  FakeKeeper(Arrangement left) {
    this.left = left;
  }

  @Override
  public Arrangement recall() {
    return left;
  }

  @Override
  public List<Path> recent() {
    return List.copyOf(recent);
  }

  @Override
  public void remember(Arrangement arrangement) {
    remembered.add(arrangement);
  }

  @Override
  public void keep(Path file, Drawn picture) {
    kept.put(file, picture);
  }
}
