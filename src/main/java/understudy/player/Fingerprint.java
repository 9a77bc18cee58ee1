package understudy.player;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import understudy.event.EventSink;
import understudy.event.RuntimeEvent;

/// A byte of each event on its way, made from it and from all before it: two streams with the same
/// bytes are, all but surely, the same stream.
///
/// Written on the threads of one stepped system, one after the other; read while it stands still.
/// Good within one run of the JVM.
public final class Fingerprint implements EventSink {
  /// Of how many events it knows the byte; what comes later cannot be checked.
  public static final long MOST = 64L << 20;

  private static final int CHUNK = 1 << 16;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final EventSink next;
  private final List<byte[]> chunks = new ArrayList<>();
  private final Fingerprint model;
  private final long common;
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
    this.common = Math.min(common, MOST);
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
    if (size < common && differs < 0 && (size >= model.size || model.at(size) != print)) {
      differs = size + 1;
    }
    if (size < MOST) {
      if (size % CHUNK == 0) {
        chunks.add(new byte[CHUNK]);
      }
      chunks.getLast()[(int) (size % CHUNK)] = print;
    }
    size++;
    if (next.wants(event.getClass())) {
      next.emit(nanos, event);
    }
  }

  /// Lets no more events through: what happens while a run is taken apart is no part of it.
  void end() {
    over = true;
  }

  private byte at(long index) {
    return chunks.get((int) (index / CHUNK))[(int) (index % CHUNK)];
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
