package understudy.recording;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates payloads, never beyond what was announced and allowed.
final class Inflated {
  private Inflated() {}

  /// {@return all `size` bytes}
  static byte[] whole(byte[] stored, int size) throws Malformed {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored);
      byte[] payload = new byte[size];
      int done = fill(inflater, payload);
      if (done < size) {
        throw new Malformed("a segment is shorter than it says, " + done + " of " + size);
      }
      if (inflater.inflate(new byte[1]) != 0) {
        throw new Malformed("a segment is longer than it says, " + size);
      }
      return payload;
    } catch (DataFormatException e) {
      throw new Malformed("a segment is not deflated: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  /// {@return the first bytes, at most `limit`}
  static byte[] start(byte[] stored, int limit) throws Malformed {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored);
      byte[] start = new byte[limit];
      return Arrays.copyOf(start, fill(inflater, start));
    } catch (DataFormatException e) {
      throw new Malformed("a keyframe is not deflated: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  private static int fill(Inflater inflater, byte[] payload) throws DataFormatException {
    int done = 0;
    while (done < payload.length) {
      int more = inflater.inflate(payload, done, payload.length - done);
      if (more == 0) {
        break;
      }
      done += more;
    }
    return done;
  }
}
