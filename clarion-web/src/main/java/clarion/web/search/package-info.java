/** One question to everything that Clarion knows. */
@NullMarked
package clarion.web.search;

import org.jspecify.annotations.NullMarked;
