package understudy.viewmodel;

import java.util.List;
import java.util.Optional;

/// How others come into a world that takes phones.
///
/// @param addresses of its page, the best for others first
/// @param code what they must know, if anything
/// @param squares the first address as a QR code, a text a row, `#` for a dark square; empty where
///   no other machine can come in
public record Invitation(List<String> addresses, Optional<String> code, List<String> squares) {
  /// Takes copies.
  public Invitation {
    addresses = List.copyOf(addresses);
    squares = List.copyOf(squares);
  }
}
