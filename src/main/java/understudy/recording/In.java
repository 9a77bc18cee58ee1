package understudy.recording;

import java.nio.charset.StandardCharsets;

/// Bytes to read the format's numbers from; never reads outside its range.
final class In {
  private final byte[] bytes;
  private final int end;
  private int at;

  In(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private In(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  int left() {
    return end - at;
  }

  /// {@return the next byte, which stays the next}
  int peek() throws Malformed {
    if (at >= end) {
      throw new Malformed("a byte is missing at " + at);
    }
    return bytes[at] & 0xFF;
  }

  int u8() throws Malformed {
    if (at >= end) {
      throw new Malformed("a byte is missing at " + at);
    }
    return bytes[at++] & 0xFF;
  }

  long varint() throws Malformed {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new Malformed("a number has more than ten bytes before " + at);
  }

  long zigzag() throws Malformed {
    long raw = varint();
    return (raw >>> 1) ^ -(raw & 1);
  }

  int int32() throws Malformed {
    long value = zigzag();
    if (value != (int) value) {
      throw new Malformed("a number is outside 32 bits: " + value);
    }
    return (int) value;
  }

  /// A number of things to come, each of at least one byte.
  int count(int limit) throws Malformed {
    long value = varint();
    if (value < 0 || value > limit || value > left()) {
      throw new Malformed("a count is too large: " + Long.toUnsignedString(value));
    }
    return (int) value;
  }

  String text(int limit) throws Malformed {
    int size = count(limit);
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  /// Cuts off the next `size` bytes to be read for themselves.
  In part() throws Malformed {
    int size = count(Integer.MAX_VALUE);
    In part = new In(bytes, at, at + size);
    at += size;
    return part;
  }
}
