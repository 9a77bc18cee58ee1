package understudy.viewmodel;

/// A line between the selected process and another one.
///
/// @param fromSlot where it begins
/// @param toSlot where it ends
/// @param monitor whether it is a monitor, from the watcher to the watched; else a link
public record Tie(int fromSlot, int toSlot, boolean monitor) {}
