/// GenServer, Supervisor and their family, built only on the runtime's door.
///
/// Names follow Elixir, behaviour follows OTP; where a rule of OTP is meant it is named. What a
/// supervisor decides is computed apart from what it does ([Family] decides, [SupervisorProcess]
/// acts), and it acts event-driven: while it waits for a child, no thread does.
@NullMarked
package understudy.otp;

import org.jspecify.annotations.NullMarked;
