package understudy.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an export is written: a stream, a file, or numbered files where one would be too large for
/// the format's readers.
///
/// A file has its name only when it is whole: until then it is `NAME.part`, and it goes if the
/// export fails. Closing without [#finish] leaves nothing.
final class Sheets implements AutoCloseable {
  private static final int MOST_PAGES = 200;

  private final Optional<Path> target;
  private final Writer stream;
  private final List<Path> parts = new ArrayList<>();
  private @Nullable Writer open;
  private @Nullable String first;
  private int pages;

  /// Writes to `target`, or to `stream` where there is none.
  Sheets(Optional<Path> target, Writer stream) {
    this.target = target;
    this.stream = stream;
  }

  /// {@return the one writer of a format that needs no pages}
  Writer sheet() throws IOException {
    if (open == null) {
      open = target.isPresent() ? begin(target.get()) : stream;
    }
    return open;
  }

  /// Takes a whole page; a second one makes all of them numbered.
  void page(String text) throws IOException {
    pages++;
    if (pages == 1) {
      first = text;
      return;
    }
    if (target.isEmpty()) {
      throw new ExportRefused(
          "this is too much for one file that its readers take; name a file with -o, which is then"
              + " numbered, or choose less with --from, --until, --under or --kinds");
    }
    if (pages > MOST_PAGES) {
      throw new ExportRefused(
          "this would be more than %d files; choose less with --from, --until, --under or --kinds"
              .formatted(MOST_PAGES));
    }
    if (first != null) {
      String kept = first;
      first = null;
      write(1, kept);
    }
    write(pages, text);
  }

  private void write(int number, String text) throws IOException {
    try (Writer writer = begin(numbered(number))) {
      writer.write(text);
    }
  }

  private Path numbered(int number) {
    Path whole = target.orElseThrow();
    String name = String.valueOf(whole.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    return whole.resolveSibling("%s-%03d%s".formatted(stem, number, ending));
  }

  private Writer begin(Path file) throws IOException {
    parts.add(file);
    return new OutputStreamWriter(
        new java.io.BufferedOutputStream(Files.newOutputStream(part(file)), 1 << 16),
        StandardCharsets.UTF_8);
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /// Gives every file its name.
  ///
  /// @return the files, in order
  List<Path> finish() throws IOException {
    if (first != null) {
      sheet().write(first);
    }
    if (open != null) {
      open.flush();
      if (target.isPresent()) {
        open.close();
      }
    }
    for (Path file : parts) {
      Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
    }
    List<Path> files = List.copyOf(parts);
    parts.clear();
    return files;
  }

  @Override
  public void close() throws IOException {
    if (open != null && target.isPresent()) {
      open.close();
    }
    for (Path file : parts) {
      Files.deleteIfExists(part(file));
    }
  }
}
