package understudy.viewmodel;

/// What can be laid over the tree, each by itself.
public enum Layer {
  /// Links between those in view; what a supervisor has with its children the tree itself shows.
  LINKS,
  /// Who watches whom among those in view.
  MONITORS,
  /// Who sends how much to whom, as the width of a line.
  RATES
}
