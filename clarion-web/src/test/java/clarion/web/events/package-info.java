@NullMarked
package clarion.web.events;

import org.jspecify.annotations.NullMarked;
