/**
 * Segmentation: which endpoints belong together by what they do and what is known of them, how sure that is, and why.
 *
 * <p>Everything here is counting; nothing reads a clock, and every random choice comes from a seed that is given.
 */
@NullMarked
package clarion.domain.segmentation;

import org.jspecify.annotations.NullMarked;
