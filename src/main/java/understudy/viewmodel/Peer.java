package understudy.viewmodel;

import understudy.event.Pid;

/// A process that another one is tied to.
///
/// @param pid the process
/// @param slot its place in the graph, -1 if it has none
/// @param name what a person calls it
public record Peer(Pid pid, int slot, String name) {}
