package understudy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// The first bytes of a file.
final class Header {
  private Header() {}

  static byte[] of(Metadata metadata) {
    Out pairs = new Out();
    pairs.varint(metadata.pairs().size());
    metadata
        .pairs()
        .forEach((key, value) -> {
          text(pairs, key);
          text(pairs, value);
        });
    int size = Format.HEADER_FIXED + pairs.size();
    ByteBuffer header = ByteBuffer.allocate(size + Format.CHECKSUM);
    header.putLong(Format.MAGIC).putShort((short) Format.VERSION).putShort((short) 0);
    header.putInt(pairs.size()).put(pairs.toArray());
    header.putInt(Sum.of(header.array(), size));
    return header.array();
  }

  /// {@return whether a header with `size` bytes of pairs is there and its checksum is right}
  static boolean isWhole(Source source, int size) throws IOException {
    int summed = Format.HEADER_FIXED + size;
    return size >= 0
        && size <= Format.MAX_METADATA
        && source.has(0, summed + Format.CHECKSUM)
        && ByteBuffer.wrap(source.read(summed, Format.CHECKSUM)).getInt() == source.sum(0, summed);
  }

  static Metadata metadata(byte[] pairs) throws Malformed {
    In in = new In(pairs);
    int count = in.count(Format.MAX_METADATA_PAIRS);
    Map<String, String> read = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      read.put(in.text(Format.MAX_METADATA_TEXT), in.text(Format.MAX_METADATA_TEXT));
    }
    return Metadata.of(read);
  }

  private static void text(Out out, String text) {
    byte[] bytes = Format.utf8(Bounds.text(text, Format.MAX_METADATA_TEXT));
    out.varint(bytes.length).raw(bytes);
  }
}
