@NullMarked
package clarion.web.access;

import org.jspecify.annotations.NullMarked;
