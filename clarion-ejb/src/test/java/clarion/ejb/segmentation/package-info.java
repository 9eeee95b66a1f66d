@NullMarked
package clarion.ejb.segmentation;

import org.jspecify.annotations.NullMarked;
