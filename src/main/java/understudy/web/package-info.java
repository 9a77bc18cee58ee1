/// Pages and WebSockets for browsers: the only room that names the web server library, Jetty.
///
/// [WebServer] serves the pages of a [Site] and hands every WebSocket to a [Visitor], which it
/// calls on threads of its own; a visitor must return at once. What a visitor may do with its
/// socket is a [Peer], safe on any thread and never blocking.
///
/// Everything that comes in has a limit ([WebLimits]). Names nothing of this application.
@NullMarked
package understudy.web;

import org.jspecify.annotations.NullMarked;
