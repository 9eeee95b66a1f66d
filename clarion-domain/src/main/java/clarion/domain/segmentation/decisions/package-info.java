/**
 * What people decide about clusters, and how that holds against what runs find: a run's finding, with every decision
 * that is in force replayed over it in the order in which they were made.
 */
@NullMarked
package clarion.domain.segmentation.decisions;

import org.jspecify.annotations.NullMarked;
