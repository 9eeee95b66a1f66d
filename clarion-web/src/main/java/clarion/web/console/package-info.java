/** The console's files, and the headers that keep a browser from doing more with them than it should. */
@NullMarked
package clarion.web.console;

import org.jspecify.annotations.NullMarked;
