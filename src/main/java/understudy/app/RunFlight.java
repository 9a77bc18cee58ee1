package understudy.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.export.FlightRecording;

/// The Flight Recorder's file of a run, if one is wanted.
record RunFlight(Optional<Path> file, Optional<FlightRecording> flight) implements AutoCloseable {
  static RunFlight to(Optional<Path> file) {
    try {
      return new RunFlight(
          file, file.isPresent() ? Optional.of(FlightRecording.to(file.get())) : Optional.empty());
    } catch (IOException e) {
      throw refused(file, e);
    }
  }

  void accept(List<Stamped> events) {
    flight.ifPresent(one -> one.accept(events));
  }

  @Override
  public void close() {
    try {
      if (flight.isPresent()) {
        flight.get().close();
      }
    } catch (IOException e) {
      throw refused(file, e);
    }
  }

  private static BadInput refused(Optional<Path> file, IOException e) {
    return new BadInput(
        "--jfr: '%s' cannot be written: %s; choose another place"
            .formatted(file.map(Path::toString).orElse(""), Recorder.reason(e)));
  }
}
