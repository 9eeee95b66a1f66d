@NullMarked
package clarion.domain.segmentation.rules;

import org.jspecify.annotations.NullMarked;
