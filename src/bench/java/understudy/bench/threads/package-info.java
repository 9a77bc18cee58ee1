/// The benchmarks on the JDK alone: a virtual thread and a `LinkedBlockingQueue` a process.
@NullMarked
package understudy.bench.threads;

import org.jspecify.annotations.NullMarked;
