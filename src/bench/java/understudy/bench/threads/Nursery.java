package understudy.bench.threads;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// A thread that starts children and starts another in the place of each that dies: the little that
/// a program without a runtime would have.
final class Nursery {
  /// Makes the child of a place.
  @FunctionalInterface
  interface Child {
    void live(int place, Mailbox own) throws InterruptedException;
  }

  record Died(int place) {}

  record End() {}

  private final AtomicReferenceArray<Mailbox> children;
  private final Child child;
  private final Mailbox own;

  Nursery(int size, Child child) {
    this.children = new AtomicReferenceArray<>(size);
    this.child = child;
    this.own = Mailbox.start(this::watch);
  }

  Mailbox at(int place) {
    return children.get(place);
  }

  void end() {
    own.send(new End());
  }

  private void watch(Mailbox nursery) throws InterruptedException {
    for (int place = 0; place < children.length(); place++) {
      start(nursery, place);
    }
    while (nursery.receive() instanceof Died(int place)) {
      start(nursery, place);
    }
  }

  private void start(Mailbox nursery, int place) {
    children.set(
        place,
        Mailbox.start(mailbox -> {
          try {
            child.live(place, mailbox);
          } catch (IllegalStateException _) {
            nursery.send(new Died(place));
          }
        }));
  }
}
