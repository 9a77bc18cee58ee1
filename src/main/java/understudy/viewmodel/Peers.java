package understudy.viewmodel;

import java.util.List;

/// Processes that another one is tied to, as far as they are told one by one.
///
/// @param first those with the lowest pids
/// @param more how many there are besides
public record Peers(List<Peer> first, int more) {
  /// {@return whether there is nobody}
  public boolean isEmpty() {
    return first.isEmpty() && more == 0;
  }
}
