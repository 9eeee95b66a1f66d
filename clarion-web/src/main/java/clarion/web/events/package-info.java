/**
 * The event stream (Server-Sent Events) that keeps the console live.
 *
 * <p>It is written with the servlet API's non-blocking output and not with {@code SseEventSink}: there, both JAX-RS
 * implementations write in the sender's thread, and one client that does not read would hold up all the others.
 */
@NullMarked
package clarion.web.events;

import org.jspecify.annotations.NullMarked;
