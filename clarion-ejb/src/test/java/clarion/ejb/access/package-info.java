@NullUnmarked
package clarion.ejb.access;

import org.jspecify.annotations.NullUnmarked;
