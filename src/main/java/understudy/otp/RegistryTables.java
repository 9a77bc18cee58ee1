package understudy.otp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import understudy.event.Pid;

/// What one incarnation of a [Registry] publishes: a table for each partition. Safe on any thread.
final class RegistryTables<K, V> {
  /// One partition's table, which a new incarnation of its process replaces.
  ///
  /// @param owner the process that cleans up
  /// @param byKey the entries whose key, in a duplicate registry whose owner, belongs here
  /// @param byPid the keys of the processes that belong here, each as often as it was registered
  record Table<K, V>(Pid owner, RegistryKeys<K, V> byKey, Map<Pid, Queue<K>> byPid) {
    void hold(Pid pid, K key) {
      byPid.computeIfAbsent(pid, _ -> new ConcurrentLinkedQueue<>()).add(key);
    }

    List<K> keysOf(Pid pid) {
      Queue<K> keys = byPid.get(pid);
      return keys == null ? List.of() : List.copyOf(keys);
    }

    /// Forgets that `pid` holds `key`, `times` over.
    ///
    /// @return whether it holds nothing any more
    boolean letGo(Pid pid, K key, int times) {
      Queue<K> keys = byPid.get(pid);
      for (int i = 0; keys != null && i < times; i++) {
        keys.remove(key);
      }
      return keys == null || (keys.isEmpty() && byPid.remove(pid, keys));
    }

    @Override
    public String toString() {
      return byPid.size() + " processes";
    }
  }

  final boolean unique;
  final List<String> listeners;
  final Map<Object, Object> meta;
  private final AtomicReferenceArray<Table<K, V>> tables;

  RegistryTables(boolean unique, int partitions, List<String> listeners, Map<Object, Object> meta) {
    this.unique = unique;
    this.listeners = listeners;
    this.meta = new ConcurrentHashMap<>(meta);
    this.tables = new AtomicReferenceArray<>(partitions);
    for (int i = 0; i < partitions; i++) {
      open(i, Pid.NONE);
    }
  }

  /// Puts an empty table in the place of a partition whose process has just started.
  Table<K, V> open(int partition, Pid owner) {
    RegistryKeys<K, V> keys = unique ? new RegistryKeys.Unique<>() : new RegistryKeys.Duplicate<>();
    var table = new Table<K, V>(owner, keys, new ConcurrentHashMap<>());
    tables.set(partition, table);
    return table;
  }

  /// {@return where the keys of `pid` are listed}
  Table<K, V> ofPid(Pid pid) {
    return tables.get((int) (pid.number() % tables.length()));
  }

  /// {@return where an entry of `key` and `pid` is}
  Table<K, V> ofEntry(K key, Pid pid) {
    return unique ? ofKey(key) : ofPid(pid);
  }

  /// {@return where entries of `key` may be}
  List<Table<K, V>> with(K key) {
    return unique ? List.of(ofKey(key)) : all();
  }

  private Table<K, V> ofKey(K key) {
    return tables.get(Math.floorMod(key.hashCode(), tables.length()));
  }

  List<Table<K, V>> all() {
    var all = new ArrayList<Table<K, V>>();
    for (int i = 0; i < tables.length(); i++) {
      all.add(tables.get(i));
    }
    return all;
  }

  /// Takes everything away that `dead` had (REG-05).
  void forget(Table<K, V> home, Pid dead) {
    Collection<K> keys = home.byPid().remove(dead);
    if (keys != null) {
      for (K key : new HashSet<>(keys)) {
        ofEntry(key, dead).byKey().remove(key, entry -> entry.pid().equals(dead));
      }
    }
  }
}
