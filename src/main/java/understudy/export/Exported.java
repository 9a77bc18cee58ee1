package understudy.export;

import java.nio.file.Path;
import java.util.List;

/// What came of an export.
///
/// @param files what was written, in order; empty if it went to a stream
/// @param summary what is in it, in a few words
/// @param remarks what a person should know of it, a line each: what is missing, what a reader may
///   find too large
public record Exported(List<Path> files, String summary, List<String> remarks) {
  /// Takes copies.
  public Exported {
    files = List.copyOf(files);
    remarks = List.copyOf(remarks);
  }
}
