package understudy.player;

import java.util.Arrays;
import java.util.OptionalLong;
import understudy.event.EventSink;
import understudy.event.RuntimeEvent;

/// A byte of each event on its way, made from it and from all before it: two streams with the same
/// bytes are, all but surely, the same stream.
///
/// Holds [#MOST] bytes: of a longer stream, those of every second event, then of every fourth, and
/// on. Written on the threads of one stepped system, one after the other; read while it stands
/// still. Good within one run of the JVM.
public final class Fingerprint implements EventSink {
  /// Of how many events it keeps the byte at most.
  static final int MOST = 4 << 20;

  private static final int FEW = 1 << 16;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final EventSink next;
  private final Fingerprint model;
  private final long common;
  private byte[] bytes = new byte[FEW];
  private int kept;
  private long stride = 1;
  private long chain;
  private long size;
  private long differs = -1;
  private boolean over;

  /// Of a stream that is the first of its kind.
  ///
  /// @param next takes the events
  public Fingerprint(EventSink next) {
    this.next = next;
    this.model = this;
    this.common = 0;
  }

  /// Of a stream that shall begin as another did.
  ///
  /// @param next takes the events
  /// @param model the other
  /// @param common how many events they have to have in common
  public Fingerprint(EventSink next, Fingerprint model, long common) {
    this.next = next;
    this.model = model;
    this.common = common;
  }

  @Override
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return true;
  }

  @Override
  public void emit(long nanos, RuntimeEvent event) {
    if (over) {
      return;
    }
    chain = (chain ^ nanos) * SPREAD + event.getClass().hashCode();
    chain = (chain ^ event.hashCode()) * SPREAD;
    byte print = (byte) (chain >>> 56);
    if (size < common && differs < 0 && !model.agrees(size, print)) {
      differs = size + 1;
    }
    keep(print);
    size++;
    if (next.wants(event.getClass())) {
      next.emit(nanos, event);
    }
  }

  private boolean agrees(long index, byte print) {
    return index < size && (index % stride != 0 || bytes[(int) (index / stride)] == print);
  }

  private void keep(byte print) {
    if (size % stride != 0) {
      return;
    }
    if (kept == MOST) {
      stride *= 2;
      kept /= 2;
      for (int i = 0; i < kept; i++) {
        bytes[i] = bytes[2 * i];
      }
    } else if (kept == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * kept);
    }
    bytes[kept] = print;
    kept++;
  }

  /// Lets no more events through: what happens while a run is taken apart is no part of it.
  void end() {
    over = true;
  }

  /// {@return how many events there were}
  public long size() {
    return size;
  }

  /// {@return the number of the first event that is not the model's, or of one shortly after it;
  /// empty if there is none so far}
  public OptionalLong differsAt() {
    return differs < 0 ? OptionalLong.empty() : OptionalLong.of(differs);
  }
}
