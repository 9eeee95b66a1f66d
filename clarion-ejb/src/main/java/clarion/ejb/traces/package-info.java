/** Spans of what no request asked for. Requests are traced by the servers. */
@NullMarked
package clarion.ejb.traces;

import org.jspecify.annotations.NullMarked;
