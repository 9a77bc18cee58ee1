package understudy.bench;

import java.util.List;

/// What has a table of its own, on demand.
final class Chapters {
  static final List<String> NAMES = List.of("growth", "watch", "alloc");

  private Chapters() {}
}
