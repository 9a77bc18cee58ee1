package understudy.scenario;

/// What a supervisor does with the siblings of a child that died, and how it gets its children.
public enum Strategy {
  /// Only the dead child is started again.
  ONE_FOR_ONE,
  /// All children are stopped and started again.
  ONE_FOR_ALL,
  /// The dead child and those started after it are stopped and started again.
  REST_FOR_ONE,
  /// Children are instances of one template, started by the script.
  SIMPLE_ONE_FOR_ONE,
  /// Elixir's `DynamicSupervisor`: any children, started by the script, each on its own.
  DYNAMIC
}
