package understudy.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Brings a file into memory as text, or says why it is none.
final class FileText {
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private FileText() {}

  static Optional<byte[]> bytes(Path file, Complaints complaints) {
    if (Files.isDirectory(file)) {
      complaints.add(Spot.WHOLE_FILE, "this is a folder; name a lesson file in it");
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException missing) {
      complaints.add(
          Spot.WHOLE_FILE,
          "no such file " + Quoted.shown(file.toString()) + "; check its name and folder");
    } catch (AccessDeniedException denied) {
      complaints.add(Spot.WHOLE_FILE, "the file may not be read; check its permissions");
    } catch (IOException failed) {
      complaints.add(
          Spot.WHOLE_FILE,
          "the file cannot be read: " + Quoted.shown(String.valueOf(failed.getMessage())));
    }
    return Optional.empty();
  }

  static Optional<String> text(byte[] bytes, Complaints complaints) {
    if (bytes.length > MOST_BYTES) {
      complaints.add(
          Spot.WHOLE_FILE, "larger than " + MOST_BYTES + " bytes (4 MiB); make the lesson smaller");
      return Optional.empty();
    }
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        complaints.add(
            Spot.WHOLE_FILE, "binary data (NUL at byte " + i + "); a lesson is UTF-8 text");
        return Optional.empty();
      }
    }
    var text = CharBuffer.allocate(bytes.length);
    var in = ByteBuffer.wrap(bytes);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError()) {
      complaints.add(
          placeAfter(text.flip()),
          "not UTF-8 at byte " + in.position() + "; save the file as UTF-8");
      return Optional.empty();
    }
    text.flip();
    if (text.hasRemaining() && text.charAt(0) == '\uFEFF') {
      text.get();
    }
    return Optional.of(text.toString());
  }

  private static Spot placeAfter(CharSequence text) {
    var line = 1;
    var column = 1;
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Spot(line, column);
  }
}
