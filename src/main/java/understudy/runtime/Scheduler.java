package understudy.runtime;

import java.util.random.RandomGenerator;

/// Who runs next, and what time is. Both schedulers run the same [Cell] code.
sealed interface Scheduler extends Timers, AutoCloseable permits SteppedScheduler, LiveScheduler {
  /// {@return nanoseconds since the start}
  long nanos();

  /// Puts `cell`, which has just been woken, among those that run next.
  void ready(Cell cell);

  /// Puts `cell`, which is new or has just had a turn, behind those that are ready.
  default void readyLast(Cell cell) {
    ready(cell);
  }

  /// Has the signals of a cell that is inside a handler looked at, as a fatal one must not wait for
  /// the handler to return (EXI-14).
  void interrupt(Cell cell);

  /// Blocks the calling thread, which runs a handler of `cell`, until its wait is met or over or
  /// the cell is dead; others run meanwhile.
  void block(Cell cell);

  /// Lets the thread that blocks in `cell` go on.
  void unblock(Cell cell);

  /// {@return the same for events of messages and of deaths, which are many: no more than a
  /// millisecond too early}
  default long roughNanos() {
    return nanos();
  }

  /// {@return where chance comes from}
  RandomGenerator random();

  /// {@return how many processes can run at the same time}
  int schedulers();

  /// {@return whether nobody runs and nobody is ready to}
  boolean isIdle();

  /// {@return how many turns have begun since the start}
  long turns();

  @Override
  void close();
}
