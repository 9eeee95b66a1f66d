/** Segmentation over the wire: runs, clusters, members, decisions and comparisons. */
@NullMarked
package clarion.web.segmentation;

import org.jspecify.annotations.NullMarked;
