@NullMarked
package clarion.domain.segmentation.map;

import org.jspecify.annotations.NullMarked;
