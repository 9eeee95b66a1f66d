@NullMarked
package clarion.it.cluster;

import org.jspecify.annotations.NullMarked;
