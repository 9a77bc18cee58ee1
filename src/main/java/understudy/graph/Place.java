package understudy.graph;

/// Where a vertex stands in the forest.
enum Place {
  /// Spawned by a supervisor that has not yet said as what; not shown.
  NOWHERE,
  /// A supervisor without a supervisor.
  ROOT,
  /// Neither supervised nor supervising.
  LOOSE,
  /// Under a supervisor.
  CHILD
}
