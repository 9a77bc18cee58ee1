package understudy.bench.soak;

import java.util.concurrent.atomic.AtomicLong;

/// What one load owes and what it got, counted on any thread; once the load has come to rest the
/// two are equal, or something was lost.
final class Book {
  private final String what;
  private final AtomicLong owed = new AtomicLong();
  private final AtomicLong got = new AtomicLong();

  /// A book about `what`, as told to a person.
  Book(String what) {
    this.what = what;
  }

  void owes(long more) {
    owed.addAndGet(more);
  }

  void got() {
    got.incrementAndGet();
  }

  long total() {
    return got.get();
  }

  boolean balances() {
    return owed.get() == got.get();
  }

  @Override
  public String toString() {
    return what + ": " + owed + " owed, " + got + " came";
  }
}
