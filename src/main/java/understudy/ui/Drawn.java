package understudy.ui;

/// A picture that was taken of the window's tree, ready to be written to a file.
public sealed interface Drawn {
  /// As pixels.
  ///
  /// @param width in pixels
  /// @param height in pixels
  /// @param argb the rows from top to bottom, a number a pixel
  @SuppressWarnings("ArrayRecordComponent")
  record Pixels(int width, int height, int[] argb) implements Drawn {}

  /// As shapes and text.
  ///
  /// @param svg the whole file
  record Shapes(String svg) implements Drawn {}
}
