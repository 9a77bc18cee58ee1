package understudy.viewmodel;

/// Messages from one place to another, as a rate.
///
/// A place that is not drawn by itself is counted with the nearest one above it that is.
///
/// @param fromSlot where they are sent
/// @param toSlot where they go
/// @param perSecond how many a second of the world's time, above 0
public record Lane(int fromSlot, int toSlot, double perSecond) {}
