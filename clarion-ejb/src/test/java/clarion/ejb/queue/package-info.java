@NullMarked
package clarion.ejb.queue;

import org.jspecify.annotations.NullMarked;
