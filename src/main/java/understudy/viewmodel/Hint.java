package understudy.viewmodel;

/// A few words about the process under the pointer.
///
/// @param slot its place in the graph
/// @param name what a person calls it
/// @param text pid, behaviour, and what is to be said of it, in one line
public record Hint(int slot, String name, String text) {}
