/** Where clusters and their members are drawn: the same place from run to run. */
@NullMarked
package clarion.domain.segmentation.map;

import org.jspecify.annotations.NullMarked;
