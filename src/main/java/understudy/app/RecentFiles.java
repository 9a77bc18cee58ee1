package understudy.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files opened last, the newest first, kept from one start to the next: a path a line in a
/// file beside the window's settings.
///
/// Written by one thread, read by any. A list that cannot be read or written is no reason to
/// disturb anybody: it is empty, or forgotten.
final class RecentFiles {
  static final int MOST = 10;

  private static final long LARGEST = 64 * 1024;

  private final Optional<Path> list;
  private volatile List<Path> all = List.of();

  /// @param list where the list is kept; where it is not, it is forgotten
  RecentFiles(Optional<Path> list) {
    this.list = list;
    list.ifPresent(file -> all = read(file));
  }

  private static List<Path> read(Path file) {
    List<Path> found = new ArrayList<>();
    try {
      if (Files.exists(file) && Files.size(file) <= LARGEST) {
        for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
          if (!line.isBlank() && found.size() < MOST) {
            found.add(Path.of(line));
          }
        }
      }
    } catch (IOException | InvalidPathException _) {
      return List.of();
    }
    return List.copyOf(found);
  }

  /// {@return the files, the newest first}
  List<Path> all() {
    return all;
  }

  /// A file was opened.
  void came(Path file) {
    var path = file.toAbsolutePath().normalize();
    if (path.toString().lines().count() == 1) {
      List<Path> next = new ArrayList<>(all);
      next.remove(path);
      next.addFirst(path);
      write(next.subList(0, Math.min(MOST, next.size())));
    }
  }

  /// A file is not there any more.
  ///
  /// @return whether it was in the list
  boolean gone(Path file) {
    List<Path> next = new ArrayList<>(all);
    boolean was = next.remove(file.toAbsolutePath().normalize());
    if (was) {
      write(next);
    }
    return was;
  }

  private void write(List<Path> next) {
    all = List.copyOf(next);
    list.ifPresent(file -> {
      var part = file.resolveSibling(file.getFileName() + ".new");
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(part, all.stream().map(Path::toString).toList());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException _) {
        // It is known until the window closes; nobody asked for it to be written.
      }
    });
  }
}
