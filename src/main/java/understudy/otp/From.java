package understudy.otp;

import understudy.event.Pid;

/// Who waits for the answer to a call. Any process may answer, once (GS-18).
///
/// @param caller who called
/// @param reference the call's number
public record From(Pid caller, long reference) {}
