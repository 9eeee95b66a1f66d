@NullMarked
package clarion.web.console;

import org.jspecify.annotations.NullMarked;
