/**
 * What files tell of a campus: who its endpoints are, what is known of them, and who uses which service of whom; and
 * what grouping makes of that.
 *
 * <p>Files come as streams and results go out as values; nothing here opens a file, starts a thread or reads a clock.
 */
@NullMarked
package clarion.domain.segmentation.campus;

import org.jspecify.annotations.NullMarked;
