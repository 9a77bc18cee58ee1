package understudy.recording;

import java.util.zip.CRC32C;

/// The format's checksum: CRC32C.
final class Sum {
  private Sum() {}

  static int of(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  static int of(byte[] bytes) {
    return of(bytes, bytes.length);
  }
}
