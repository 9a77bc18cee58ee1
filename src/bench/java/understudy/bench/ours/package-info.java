/// The benchmarks of the live runtime, written as a user would: on `Vm`, `Self`, `GenServer`,
/// `Supervisor`, names, monitors, links and timers.
@NullMarked
package understudy.bench.ours;

import org.jspecify.annotations.NullMarked;
