package understudy.otp;

import understudy.event.ChildKind;
import understudy.event.Pid;

/// One line of which_children.
///
/// @param id the child's id; `undefined` for a child that has none (S14-02)
/// @param label what the child was called in its specification, also where OTP knows no id
/// @param pid its process, or [Pid#NONE]
/// @param restarting whether a restart will be tried (ADM-06)
/// @param kind worker or supervisor
public record ChildInfo(String id, String label, Pid pid, boolean restarting, ChildKind kind) {}
