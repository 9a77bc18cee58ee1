/// The benchmarks on Apache Pekko's typed actors, with the default dispatcher or one of higher
/// throughput.
@NullMarked
package understudy.bench.pekko;

import org.jspecify.annotations.NullMarked;
