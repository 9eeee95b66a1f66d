@NullMarked
package clarion.ejb.topics;

import org.jspecify.annotations.NullMarked;
