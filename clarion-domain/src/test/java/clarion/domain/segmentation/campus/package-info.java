@NullMarked
package clarion.domain.segmentation.campus;

import org.jspecify.annotations.NullMarked;
