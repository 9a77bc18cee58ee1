package understudy.graph;

/// Where every vertex stands.
final class Forest {
  void countDescendants() {}
}
