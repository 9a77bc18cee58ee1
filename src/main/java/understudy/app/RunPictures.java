package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.probe.ProcessTable;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Studio;

/// The pictures of a run, if they are wanted.
record RunPictures(Optional<Path> folder, Optional<Photographer> photographer, Studio studio)
    implements AutoCloseable {
  static RunPictures to(Optional<Path> folder, Situation situation)
      throws IOException, InterruptedException {
    var studio = new Studio(System::nanoTime);
    studio.situation(situation);
    if (folder.isEmpty()) {
      return new RunPictures(folder, Optional.empty(), studio);
    }
    try {
      Files.createDirectories(folder.get());
    } catch (IOException e) {
      throw new BadInput(
          "pictures: the folder '%s' cannot be made; choose another".formatted(folder.get()));
    }
    return new RunPictures(folder, Optional.of(Photographer.open()), studio);
  }

  void accept(List<Stamped> events) {
    if (photographer.isPresent()) {
      studio.accept(events);
    }
  }

  void take(String name, ProcessTable table) throws IOException, InterruptedException {
    if (photographer.isPresent() && folder.isPresent()) {
      photographer.get().take(studio, table, true, folder.get().resolve(name + ".png"));
    }
  }

  @Override
  public void close() {
    photographer.ifPresent(Photographer::close);
  }
}
