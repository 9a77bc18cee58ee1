package understudy.recording;

/// A block as it stands in a file.
///
/// @param head what its head says
/// @param stored its payload; not to be changed
@SuppressWarnings("ArrayRecordComponent")
record Block(Segment head, byte[] stored) {
  int size() {
    return Format.HEAD + stored.length;
  }
}
