package understudy.otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import understudy.event.Pid;
import understudy.otp.Registry.Entry;
import understudy.otp.Registry.Item;

/// The entries of one partition by key. Safe on any thread; reading takes no lock.
sealed interface RegistryKeys<K, V> {
  /// Adds an entry.
  ///
  /// @return who keeps it out, if anybody does
  Optional<Pid> add(K key, Entry<V> entry, Predicate<Pid> alive);

  /// {@return the entries of a key, oldest first}
  List<Entry<V>> at(K key);

  /// Takes away the entries of `key` that `which` accepts.
  ///
  /// @return how many
  int remove(K key, Predicate<Entry<V>> which);

  /// Changes the value that `owner` has under `key`.
  ///
  /// @return the new value and the old, nothing if there is none
  Optional<Registry.Updated<V>> update(K key, Pid owner, UnaryOperator<V> change);

  /// {@return all entries}
  List<Item<K, V>> all();

  int size();

  /// At most one entry a key (REG-01).
  final class Unique<K, V> implements RegistryKeys<K, V> {
    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<Pid> add(K key, Entry<V> entry, Predicate<Pid> alive) {
      while (true) {
        Entry<V> holder = entries.putIfAbsent(key, entry);
        if (holder == null) {
          return Optional.empty();
        }
        if (alive.test(holder.pid())) {
          return Optional.of(holder.pid());
        }
        entries.remove(key, holder); // REG-06
      }
    }

    @Override
    public List<Entry<V>> at(K key) {
      Entry<V> entry = entries.get(key);
      return entry == null ? List.of() : List.of(entry);
    }

    @Override
    public int remove(K key, Predicate<Entry<V>> which) {
      Entry<V> entry = entries.get(key);
      return entry != null && which.test(entry) && entries.remove(key, entry) ? 1 : 0;
    }

    @Override
    public Optional<Registry.Updated<V>> update(K key, Pid owner, UnaryOperator<V> change) {
      Entry<V> before = entries.get(key);
      if (before == null || !before.pid().equals(owner)) {
        return Optional.empty();
      }
      V value = change.apply(before.value());
      return entries.replace(key, before, new Entry<>(owner, value))
          ? Optional.of(new Registry.Updated<>(value, before.value()))
          : Optional.empty();
    }

    @Override
    public List<Item<K, V>> all() {
      var all = new ArrayList<Item<K, V>>();
      entries.forEach((key, entry) -> all.add(new Item<>(key, entry.pid(), entry.value())));
      return all;
    }

    @Override
    public int size() {
      return entries.size();
    }
  }

  /// Any number of entries a key (REG-02), in the order in which they came.
  final class Duplicate<K, V> implements RegistryKeys<K, V> {
    private final Map<K, ConcurrentSkipListMap<Long, Entry<V>>> entries = new ConcurrentHashMap<>();
    private final AtomicLong added = new AtomicLong();
    private final LongAdder size = new LongAdder();

    @Override
    public Optional<Pid> add(K key, Entry<V> entry, Predicate<Pid> alive) {
      entries.compute(
          key,
          (_, present) -> {
            var all = present == null ? new ConcurrentSkipListMap<Long, Entry<V>>() : present;
            all.put(added.incrementAndGet(), entry);
            return all;
          });
      size.increment();
      return Optional.empty();
    }

    @Override
    public List<Entry<V>> at(K key) {
      var all = entries.get(key);
      return all == null ? List.of() : List.copyOf(all.values());
    }

    @Override
    public int remove(K key, Predicate<Entry<V>> which) {
      int[] removed = {0};
      entries.computeIfPresent(
          key,
          (_, all) -> {
            for (var one : all.entrySet()) {
              if (which.test(one.getValue()) && all.remove(one.getKey()) != null) {
                removed[0]++;
              }
            }
            return all.isEmpty() ? null : all;
          });
      size.add(-removed[0]);
      return removed[0];
    }

    @Override
    public Optional<Registry.Updated<V>> update(K key, Pid owner, UnaryOperator<V> change) {
      throw new IllegalArgumentException(
          "update_value is for unique registries, and key '" + key + "' is in a duplicate one");
    }

    @Override
    public List<Item<K, V>> all() {
      var all = new ArrayList<Item<K, V>>();
      entries.forEach((key, some) ->
          some.values().forEach(entry -> all.add(new Item<>(key, entry.pid(), entry.value()))));
      return all;
    }

    @Override
    public int size() {
      return size.intValue();
    }
  }
}
