/** Segmentation: runs that find which endpoints belong together, what people decide about it, and what that means. */
@NullMarked
package clarion.ejb.segmentation;

import org.jspecify.annotations.NullMarked;
