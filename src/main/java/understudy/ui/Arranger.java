package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;

/// How the window is set up now; tells whoever has to do with it when that changes.
final class Arranger {
  private final Keeper keeper;
  private final List<Consumer<Arrangement>> listeners = new ArrayList<>();
  private Arrangement now;

  Arranger(Keeper keeper) {
    this.keeper = keeper;
    now = keeper.recall();
  }

  Arrangement now() {
    return now;
  }

  /// Tells `listener` how the window is set up, at once and after every change.
  void tell(Consumer<Arrangement> listener) {
    listeners.add(listener);
    listener.accept(now);
  }

  void change(Change change) {
    var next = now.update(change);
    if (!next.equals(now)) {
      now = next;
      keeper.remember(next);
      listeners.forEach(each -> each.accept(next));
    }
  }
}
