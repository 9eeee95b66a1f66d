@NullMarked
package clarion.web.health;

import org.jspecify.annotations.NullMarked;
