/// Benchmarks of the live runtime and of its peers.
///
/// [Bench] reads the command line, runs each row on each side in a fresh process and prints the
/// table. A side is a package of its own with one class a benchmark, started through [Fork]: `ours`
/// on the public door of the runtime, `pekko` on Apache Pekko, `threads` on virtual threads with a
/// queue each; the BEAM's programs are Erlang modules. What each row means stands in
/// `docs/performance.md`.
@NullMarked
package understudy.bench;

import org.jspecify.annotations.NullMarked;
