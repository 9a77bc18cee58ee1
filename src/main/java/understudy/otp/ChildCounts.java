package understudy.otp;

/// The answer of count_children (ADM-11, DYN-10).
///
/// @param specs specifications
/// @param active live processes
/// @param supervisors specifications of supervisors, dead or alive
/// @param workers specifications of workers, dead or alive
public record ChildCounts(int specs, int active, int supervisors, int workers) {}
