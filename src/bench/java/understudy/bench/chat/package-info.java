/// The chat under load: ten thousand WebSockets from a second process, beside a plain server of the
/// same library without our processes.
///
/// [ChatLoad] measures, with a [Crowd] of connections on one thread of its own process; [ChatHost]
/// and [PlainHost] are what it measures, each in a process that takes commands from its input.
@NullMarked
package understudy.bench.chat;

import org.jspecify.annotations.NullMarked;
