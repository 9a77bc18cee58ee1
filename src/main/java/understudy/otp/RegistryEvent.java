package understudy.otp;

import understudy.event.Pid;

/// What the listeners of a [Registry] get (REG-13). A process that dies is not unregistered by
/// anybody: a listener that wants to know monitors it.
public sealed interface RegistryEvent {
  /// A process registered itself.
  ///
  /// @param registry the registry's name
  /// @param key its key
  /// @param pid the process
  /// @param value its value
  record Registered(String registry, Object key, Pid pid, Object value) implements RegistryEvent {}

  /// A process took its entries of a key away.
  ///
  /// @param registry the registry's name
  /// @param key the key
  /// @param pid the process
  record Unregistered(String registry, Object key, Pid pid) implements RegistryEvent {}
}
