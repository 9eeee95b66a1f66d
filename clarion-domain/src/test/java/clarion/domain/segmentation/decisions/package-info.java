@NullMarked
package clarion.domain.segmentation.decisions;

import org.jspecify.annotations.NullMarked;
