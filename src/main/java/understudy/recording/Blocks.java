package understudy.recording;

import java.util.List;

/// Where the readable parts of a recording are.
///
/// @param segments in the order of their events
/// @param keyframes in the order of the file
record Blocks(List<Segment> segments, List<Segment> keyframes) {
  Blocks {
    segments = List.copyOf(segments);
    keyframes = List.copyOf(keyframes);
  }

  /// {@return the place of the first segment with an event of this sequence or a later one}
  int segmentOf(long sequence) {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).lastSequence() < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
