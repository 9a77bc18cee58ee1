package understudy.scenario;

/// A place in a file.
///
/// @param line from 1; 0 for the whole file
/// @param column from 1, in characters; 0 for the whole file
record Spot(int line, int column) {
  static final Spot WHOLE_FILE = new Spot(0, 0);
}
