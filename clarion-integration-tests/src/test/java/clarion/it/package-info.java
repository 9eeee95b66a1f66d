/** Clarion as its users meet it: real servers, a real PostgreSQL, the ISE simulator, and nothing but HTTP. */
@NullMarked
package clarion.it;

import org.jspecify.annotations.NullMarked;
