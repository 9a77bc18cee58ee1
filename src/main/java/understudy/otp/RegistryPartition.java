package understudy.otp;

import understudy.runtime.ExitMessage;

/// The process of one partition: registered processes are linked to it, and it takes their entries
/// away when they die.
final class RegistryPartition<K, V> extends GenServer<RegistryTables.Table<K, V>> {
  private final RegistryTables<K, V> tables;
  private final int number;

  RegistryPartition(RegistryTables<K, V> tables, int number) {
    this.tables = tables;
    this.number = number;
  }

  @Override
  protected Init<RegistryTables.Table<K, V>> init() {
    self().trapExit(true);
    return Init.ok(tables.open(number, self().pid()));
  }

  @Override
  protected Outcome<RegistryTables.Table<K, V>> handleInfo(
      Object message, RegistryTables.Table<K, V> table) {
    if (message instanceof ExitMessage(var dead, _) && !self().seemsAlive(dead)) {
      tables.forget(table, dead);
    }
    return Outcome.noReply(table);
  }

  @Override
  public String name() {
    return "Registry.Partition";
  }
}
