package understudy.recording;

import java.util.Arrays;

/// Bytes that grow, with the format's numbers.
final class Out {
  private static final int FIRST = 1024;
  private byte[] bytes = new byte[FIRST];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  Out u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /// Seven bits a byte, low ones first, as unsigned.
  Out varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /// A signed number as varint, small ones short whatever their sign.
  Out zigzag(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  Out raw(byte[] more) {
    return raw(more, more.length);
  }

  Out raw(Out more) {
    return raw(more.bytes, more.size);
  }

  /// {@return what it is made of: as long as [#size] says or longer}
  byte[] bytes() {
    return bytes;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  Out raw(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
    return this;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
