package understudy.scenario;

/// One thing that is wrong with a file, at its place.
///
/// @param file the file's name, without its folder
/// @param line from 1; 0 if the whole file is meant
/// @param column from 1, in characters; 0 if the whole file is meant
/// @param message what was expected, what came and what to do; one line, lower-case
public record Diagnostic(String file, int line, int column, String message) {
  /// One line for a person: `lesson 'a.json', line 14, column 13: unknown strategy ...`.
  @Override
  public String toString() {
    var place = line == 0 ? "" : ", line " + line + ", column " + column;
    return "lesson '" + Quoted.oneLine(file) + "'" + place + ": " + message;
  }
}
