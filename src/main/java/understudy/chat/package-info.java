/// The chat: phones in a classroom, or ten thousand of them, as one supervision tree behind a
/// WebSocket.
///
/// [Chat] starts it, `Tree` has the tree. It speaks Phoenix Channels, version 2, in JSON: the
/// frames are those of `Frame`. Every WebSocket is a `Phone`, every room a `Room` with a `History`
/// and a `Presence`. Sockets are no processes, as ports are none on the BEAM: a `Port` belongs to
/// the phone that serves it, and closes when that dies.
///
/// Names `event`, `web`, `runtime` and `otp`. Owns no thread; a [Chat] owns its runtime and its web
/// server.
@NullMarked
package understudy.chat;

import org.jspecify.annotations.NullMarked;
