package understudy.scenario;

import java.util.OptionalInt;

/// Which process a step means: a place in the tree and, if said, one incarnation of it.
///
/// @param path ids joined by `/`, beginning with the root's
/// @param incarnation 1 for the first process at that place; empty for the latest
public record ProcessPath(String path, OptionalInt incarnation) {
  /// As the file writes it: `root/a` or `root/a@2`.
  @Override
  public String toString() {
    return incarnation.isPresent() ? path + "@" + incarnation.getAsInt() : path;
  }
}
