package understudy.otp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import understudy.event.Pid;
import understudy.otp.RegistryTables.Table;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Shared;

/// Processes by key: a table that any process reads, where each puts only itself (REG-03).
///
/// ```java
/// static final Registry<String, Integer> ROOMS = Registry.unique("Rooms");
///
/// ROOMS.register(self, "lobby", 1);
/// GenServer.call(self, ROOMS.via("lobby"), "who is there?");
/// ```
///
/// This object only names a registry, and may be a constant: the table belongs to the processes of
/// [#process], a supervisor and its partitions, and is there while they run. Where they do not,
/// every method throws (REG-14). Looking something up takes no lock. A registered process is linked
/// to its partition, which takes its entries away when it dies, shortly after (REG-05, REG-11).
///
/// @param <K> a key: equal keys have equal hash codes, the same in every run
/// @param <V> what is kept with it, a value that nobody will change
public final class Registry<K, V> {
  /// Who is registered under a key.
  ///
  /// @param pid the process
  /// @param value its value
  public record Entry<V>(Pid pid, V value) {}

  /// An entry with its key.
  ///
  /// @param key the key
  /// @param pid the process
  /// @param value its value
  public record Item<K, V>(K key, Pid pid, V value) {}

  /// What an update did.
  ///
  /// @param now the new value
  /// @param before the old one
  public record Updated<V>(V now, V before) {}

  private final String name;
  private final boolean unique;
  private final int partitions;
  private final List<String> listeners;
  private final Map<Object, Object> meta;

  private Registry(
      String name,
      boolean unique,
      int partitions,
      List<String> listeners,
      Map<Object, Object> meta) {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "registry '" + name + "' needs 1 partition or more, got " + partitions);
    }
    this.name = name;
    this.unique = unique;
    this.partitions = partitions;
    this.listeners = List.copyOf(listeners);
    this.meta = Map.copyOf(meta);
  }

  // ---- which one ----

  /// {@return a registry with one entry a key (REG-01)}
  ///
  /// @param <K> a key
  /// @param <V> a value
  /// @param name the name of its supervisor
  public static <K, V> Registry<K, V> unique(String name) {
    return new Registry<>(name, true, 1, List.of(), Map.of());
  }

  /// {@return a registry with any number of entries a key (REG-02)}
  ///
  /// @param <K> a key
  /// @param <V> a value
  /// @param name the name of its supervisor
  public static <K, V> Registry<K, V> duplicate(String name) {
    return new Registry<>(name, false, 1, List.of(), Map.of());
  }

  /// {@return the same in several partitions}
  ///
  /// @param count 1 or more
  public Registry<K, V> partitioned(int count) {
    return new Registry<>(name, unique, count, listeners, meta);
  }

  /// {@return the same with a listener (REG-13)}
  ///
  /// @param listener the name of a process that gets each [RegistryEvent]
  public Registry<K, V> heardBy(String listener) {
    var more = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    return new Registry<>(name, unique, partitions, more, meta);
  }

  /// {@return the same with metadata from its start (REG-15)}
  ///
  /// @param key what it is about
  /// @param value what is so
  public Registry<K, V> with(Object key, Object value) {
    var more = new HashMap<>(meta);
    more.put(key, value);
    return new Registry<>(name, unique, partitions, listeners, more);
  }

  /// {@return the process code of the registry: a supervisor under its name, and a child for each
  /// partition}
  public Behaviour process() {
    var tables = new RegistryTables<K, V>(unique, partitions, listeners, meta);
    List<ChildSpec> children =
        IntStream.range(0, partitions)
            .mapToObj(i ->
                ChildSpec.worker(
                    name + ".PIDPartition" + i,
                    () -> GenServer.process(() -> new RegistryPartition<>(tables, i))))
            .toList();
    return new SupervisorProcess(
        Optional.of(name),
        SupervisorFlags.of(Strategy.ONE_FOR_ALL),
        children,
        self -> Shared.publish(self, name, tables));
  }

  /// {@return the registry as a child}
  public ChildSpec child() {
    return ChildSpec.supervisor(name, this::process);
  }

  // ---- who is there ----

  /// Registers the calling process.
  ///
  /// @param self who registers
  /// @param key the key
  /// @param value its value
  /// @return nothing if it is registered now; who holds the key of a unique registry, if it is
  ///   taken, be it the caller itself (REG-01). A dead process holds nothing (REG-06)
  public Optional<Pid> register(Self self, K key, V value) {
    RegistryTables<K, V> tables = tables(self);
    Pid pid = self.pid();
    Table<K, V> home = tables.ofPid(pid);
    self.link(home.owner());
    home.hold(pid, key);
    var holder = tables.ofEntry(key, pid).byKey().add(key, new Entry<>(pid, value), self::isAlive);
    if (holder.isPresent()) {
      home.letGo(pid, key, 1);
      return holder;
    }
    withdrawIfDead(self, tables, home);
    tell(self, new RegistryEvent.Registered(name, key, pid, value));
    return Optional.empty();
  }

  /// A process that was killed while it registered may have been cleaned up too early.
  private void withdrawIfDead(Self self, RegistryTables<K, V> tables, Table<K, V> home) {
    boolean alive = false;
    try {
      alive = self.isAlive(self.pid());
    } finally {
      if (!alive) {
        tables.forget(home, self.pid());
      }
    }
  }

  /// Takes the calling process's own entries of a key away, if there are any (REG-07).
  ///
  /// @param self who unregisters
  /// @param key the key
  public void unregister(Self self, K key) {
    unregisterMatch(self, key, _ -> true);
    tell(self, new RegistryEvent.Unregistered(name, key, self.pid()));
  }

  /// Takes those of the calling process's own entries away whose value `which` accepts.
  ///
  /// @param self who unregisters
  /// @param key the key
  /// @param which quick, without side effects
  public void unregisterMatch(Self self, K key, Predicate<V> which) {
    RegistryTables<K, V> tables = tables(self);
    Pid pid = self.pid();
    Table<K, V> home = tables.ofPid(pid);
    int gone =
        tables
            .ofEntry(key, pid)
            .byKey()
            .remove(key, entry -> entry.pid().equals(pid) && which.test(entry.value()));
    if (home.letGo(pid, key, gone)) {
      self.unlink(home.owner());
    }
  }

  /// {@return who is registered under a key, oldest first, empty if nobody is (REG-04)}
  ///
  /// @param self who asks
  /// @param key the key
  public List<Entry<V>> lookup(Self self, K key) {
    return at(tables(self), self, key).toList();
  }

  private Stream<Entry<V>> at(RegistryTables<K, V> tables, Self self, K key) {
    return tables.with(key).stream()
        .flatMap(table -> table.byKey().at(key).stream())
        .filter(entry -> self.seemsAlive(entry.pid()));
  }

  /// Hands the entries of a key to `each`, once for every partition that has some, in the calling
  /// process (REG-08).
  ///
  /// @param self who dispatches
  /// @param key the key
  /// @param each gets a list that is not empty
  public void dispatch(Self self, K key, Consumer<List<Entry<V>>> each) {
    for (Table<K, V> table : tables(self).with(key)) {
      List<Entry<V>> entries =
          table.byKey().at(key).stream().filter(entry -> self.seemsAlive(entry.pid())).toList();
      if (!entries.isEmpty()) {
        each.accept(entries);
      }
    }
  }

  /// {@return the keys of a process, in the order in which it registered, each as often as it did}
  ///
  /// @param self who asks
  /// @param pid the process
  public List<K> keys(Self self, Pid pid) {
    return tables(self).ofPid(pid).keysOf(pid);
  }

  /// {@return the values that a process has under a key}
  ///
  /// @param self who asks
  /// @param key the key
  /// @param pid the process
  public List<V> values(Self self, K key, Pid pid) {
    return tables(self).ofEntry(key, pid).byKey().at(key).stream()
        .filter(entry -> entry.pid().equals(pid))
        .map(Entry::value)
        .toList();
  }

  /// {@return how many entries there are}
  ///
  /// @param self who asks
  public int count(Self self) {
    return tables(self).all().stream().mapToInt(table -> table.byKey().size()).sum();
  }

  /// {@return the entries of a key whose value `which` accepts}
  ///
  /// @param self who asks
  /// @param key the key
  /// @param which quick, without side effects
  public List<Entry<V>> match(Self self, K key, Predicate<V> which) {
    return at(tables(self), self, key).filter(entry -> which.test(entry.value())).toList();
  }

  /// {@return all entries that `which` accepts, in no particular order}
  ///
  /// @param self who asks
  /// @param which quick, without side effects
  public List<Item<K, V>> select(Self self, Predicate<Item<K, V>> which) {
    var found = new ArrayList<Item<K, V>>();
    tables(self)
        .all()
        .forEach(table -> table.byKey().all().stream().filter(which).forEach(found::add));
    return found;
  }

  /// Changes the value of a key that the calling process holds (REG-12).
  ///
  /// @param self who changes
  /// @param key the key
  /// @param change makes the new value from the old
  /// @return both, nothing if the caller does not hold the key
  /// @throws IllegalArgumentException if this registry is not unique
  public Optional<Updated<V>> updateValue(Self self, K key, UnaryOperator<V> change) {
    return tables(self).ofEntry(key, self.pid()).byKey().update(key, self.pid(), change);
  }

  // ---- metadata ----

  /// {@return the metadata under a key (REG-15)}
  ///
  /// @param self who asks
  /// @param key what it is about
  public Optional<Object> meta(Self self, Object key) {
    return Optional.ofNullable(tables(self).meta.get(key));
  }

  /// Changes metadata, until the registry ends.
  ///
  /// @param self who changes
  /// @param key what it is about
  /// @param value what is so from now on
  public void putMeta(Self self, Object key, Object value) {
    tables(self).meta.put(key, value);
  }

  // ---- naming servers ----

  /// {@return a server's name: a key of this registry, which the server takes with `value`}
  ///
  /// @param key the key
  /// @param value its value
  /// @throws IllegalArgumentException if this registry is not unique (REG-10)
  public Via via(K key, V value) {
    if (!unique) {
      throw new IllegalArgumentException(
          "only a unique registry can name a server, and '%s' is a duplicate one; name '%s' there"
              .formatted(name, key));
    }
    return new RegistryKey<>(this, key, value);
  }

  void tell(Self self, RegistryEvent event) {
    listeners.forEach(listener -> self.whereis(listener).ifPresent(pid -> self.send(pid, event)));
  }

  @SuppressWarnings("unchecked") // Whoever names a registry says what it holds.
  private RegistryTables<K, V> tables(Self self) {
    return Shared.read(self, name)
        .filter(RegistryTables.class::isInstance)
        .map(tables -> (RegistryTables<K, V>) tables)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown registry '%s'; start it before it is used, as a child of a supervisor"
                    .formatted(name)));
  }

  @Override
  public String toString() {
    return name;
  }
}
