/// `main`, the command line, and the wiring of all floors: the only room that builds across them.
///
/// [Session] is the heart: one thread of its own that owns a running world, pumps its events, folds
/// them and draws up frames. Everything else asks it through queues and one-slot hand-overs.
@NullMarked
package understudy.app;

import org.jspecify.annotations.NullMarked;
