package understudy.recording;

import java.io.IOException;
import java.nio.file.Path;

/// Where the payloads of blocks are.
interface Payloads {
  /// {@return the payload as it is stored}
  ///
  /// @throws IOException if it is not there any more, or is another one
  byte[] stored(Segment block) throws IOException;

  /// In a file.
  record InFile(Path path) implements Payloads {
    @Override
    public byte[] stored(Segment block) throws IOException {
      try (Source source = new Source(path)) {
        if (!source.has(0, block.end())) {
          throw new IOException("it was cut at byte " + source.size() + " since it was opened");
        }
        byte[] stored = source.read(block.payloadOffset(), block.stored());
        if (Sum.of(stored) != block.payloadSum()) {
          throw new IOException("it was changed since it was opened");
        }
        return stored;
      }
    }
  }
}
