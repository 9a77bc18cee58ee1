package understudy.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import understudy.player.Repertoire;
import understudy.scenario.Diagnostic;
import understudy.scenario.Reading;
import understudy.scenario.Scenario;
import understudy.scenario.ScenarioReader;

/// Several scenario files, read: a bad one loses nothing of the good ones.
///
/// @param good those that can be played, in order
/// @param bad what is wrong with the others
record ScenarioFiles(List<Scenario> good, List<Diagnostic> bad) {
  static ScenarioFiles read(List<Path> files) {
    var good = new ArrayList<Scenario>();
    var bad = new ArrayList<Diagnostic>();
    for (Path file : files) {
      switch (ScenarioReader.read(file, Repertoire.names())) {
        case Reading.Good(var scenario) -> good.add(scenario);
        case Reading.Bad(var diagnostics) -> bad.addAll(diagnostics);
      }
    }
    return new ScenarioFiles(good, bad);
  }

  /// Says what was wrong with the files.
  ///
  /// @return the exit status: `otherwise`, if all could be read
  int report(PrintWriter err, int otherwise) {
    bad.forEach(line -> err.println("understudy: " + line));
    err.flush();
    return bad.isEmpty() ? otherwise : Main.BAD_INPUT;
  }
}
