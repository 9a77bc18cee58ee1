package understudy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/// Opens recordings, whatever became of the file.
public final class RecordingReader {
  private RecordingReader() {}

  /// Reads the file once from end to end, checks it, and finds its segments.
  ///
  /// Blocks on the disk; memory is an index entry a segment, whatever the file says. Never throws:
  /// what cannot be opened is refused with a line for a person.
  ///
  /// @param path a recording, or the `.part` of one that was never closed
  /// @return what came of it
  public static Opening open(Path path) {
    String name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path)) {
      return refused(name, "is a folder; choose a file that ends in " + Format.SUFFIX);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return refused(name, "is not a file with contents; choose one that ends in " + Format.SUFFIX);
    }
    try (Source source = new Source(path)) {
      String wrong = wrong(source);
      if (!wrong.isEmpty()) {
        return refused(name, wrong);
      }
      Scan scan = Scan.of(source);
      Recording recording =
          new Recording(
              name, path, new Payloads.InFile(path), scan.metadata(), scan.blocks(), scan.totals());
      var damage = scan.damage().line(name, source.size(), scan.totals());
      if (scan.metadata().equals(Metadata.LOST) && scan.segments().isEmpty()) {
        return refused(
            name,
            "is cut short or damaged at its very beginning, and nothing of its "
                + source.size()
                + " bytes is readable; open another copy or record again");
      }
      return new Opening.Opened(recording, damage);
    } catch (NoSuchFileException _) {
      return refused(name, "is not there: no file '" + path.toAbsolutePath() + "'; check the path");
    } catch (IOException e) {
      return refused(
          name,
          "cannot be read: "
              + RecordingWriter.why(e)
              + "; check the file's permissions and the disk it is on");
    }
  }

  private static String wrong(Source source) throws IOException {
    if (source.size() == 0) {
      return "is empty; open another copy or record again";
    }
    if (source.size() > Format.MAX_FILE) {
      return String.format(
          Locale.ROOT,
          "is %,d bytes long, at most %,d are read; choose a smaller recording",
          source.size(),
          Format.MAX_FILE);
    }
    byte[] start = source.read(0, (int) Math.min(source.size(), Long.BYTES));
    if (start.length < Long.BYTES || ByteBuffer.wrap(start).getLong() != Format.MAGIC) {
      return "is not a recording: it begins with bytes "
          + HexFormat.ofDelimiter(" ").formatHex(start)
          + "; choose a file that ends in "
          + Format.SUFFIX;
    }
    if (source.has(0, Format.HEADER_FIXED)) {
      ByteBuffer fixed = ByteBuffer.wrap(source.read(0, Format.HEADER_FIXED));
      int version = Short.toUnsignedInt(fixed.getShort(Long.BYTES));
      int size = fixed.getInt(Format.HEADER_FIXED - Integer.BYTES);
      if ((version < 1 || version > Format.VERSION) && Header.isWhole(source, size)) {
        return "is of format version "
            + version
            + ", this program reads versions 1 to "
            + Format.VERSION
            + "; open it with a newer program";
      }
    }
    return "";
  }

  private static Opening refused(String name, String what) {
    return new Opening.Refused("recording '" + name + "' " + what);
  }
}
