package understudy.viewmodel;

/// How a place of the tree stands, as far as it can be held against the same place of another run.
///
/// @param slot its place in the graph, which may be another in another run
/// @param phase what is seen of it
/// @param restarts how often it was filled again
/// @param handled how many messages its process took
public record Standing(int slot, Phase phase, int restarts, long handled) {
  boolean sameFate(Standing other) {
    return phase == other.phase && restarts == other.restarts;
  }
}
