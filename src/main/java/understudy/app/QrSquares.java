package understudy.app;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text as the squares of a QR code, for phones that read it with their camera.
final class QrSquares {
  private QrSquares() {}

  /// {@return a text a row, `#` for a dark square and a space for a light one; the light margin
  /// that readers need is not included}
  static List<String> of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    return IntStream.range(0, code.size)
        .mapToObj(y ->
            IntStream.range(0, code.size)
                .mapToObj(x -> code.getModule(x, y) ? "#" : " ")
                .collect(Collectors.joining()))
        .toList();
  }
}
