package understudy.recording;

import java.nio.charset.StandardCharsets;

/// The numbers of the format, versions 1 and 2. `docs/recording-format.md` is their twin in words.
final class Format {
  private Format() {}

  static final int VERSION = 2;
  static final long MAGIC = 0x89555354440D0A1AL;
  static final int MARKER = 0xF5424C4B;
  static final int END = 0xF5454E44;

  /// Magic, version, flags and the size of the pairs; the pairs and a checksum follow.
  static final int HEADER_FIXED = 16;

  static final int HEAD = 72;
  static final int TRAILER = 16;
  static final int INDEX_TOTALS = 64;
  static final int INDEX_ENTRY = 56;
  static final int CHECKSUM = 4;

  /// A segment of version 1: every event has its size.
  static final byte KIND_SEGMENT_1 = 1;

  static final byte KIND_INDEX = 2;

  /// A segment in which messages may have their short form.
  static final byte KIND_SEGMENT = 3;

  static final byte KIND_KEYFRAME = 4;

  /// The first byte of a short message, with the place of its label in the low bits.
  static final int SHORT_SENT = 0x80;

  static final int SHORT_RECEIVED = 0xC0;

  /// In the low bits if the place is too large for them; it follows.
  static final int SHORT_LABELS = 0x3F;

  static final byte CODING_STORED = 0;
  static final byte CODING_DEFLATE = 1;

  static final long MAX_FILE = 64L << 30;
  static final int MAX_METADATA = 1 << 16;
  static final int MAX_METADATA_PAIRS = 64;
  static final int MAX_METADATA_TEXT = 4096;
  static final int MAX_TEXT = 1 << 16;
  static final int MAX_TEXTS = 1 << 17;
  static final int MAX_PAYLOAD = 4 << 20;
  static final int MAX_KEYFRAME = 8 << 20;
  static final int MAX_KEYFRAMES = 1 << 14;

  /// How much of a keyframe tells what went on, inflated.
  static final int MAX_TREND = 1 << 16;

  static final int MAX_SEGMENTS = 1 << 20;
  static final int MAX_INDEX = INDEX_TOTALS + MAX_SEGMENTS * INDEX_ENTRY;
  static final int MAX_EVENTS = 1 << 20;
  static final int MAX_REASON_DEPTH = 16;
  static final int MAX_REASON_TERMS = 256;

  /// What a reader accepts: the marks of a writer that cut come on top.
  static final int MAX_REASON_TERMS_READ = 512;

  static final int MAX_REASON_TEXT = 1 << 17;

  /// No two whole blocks are further apart than this, so a search for the next one may end here.
  static final long MAX_SEARCH = MAX_INDEX + HEAD;

  static final String SUFFIX = ".understudy";

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
