@NullMarked
package clarion.ejb.health;

import org.jspecify.annotations.NullMarked;
