/** What Clarion does by the clock, and how it went: for metrics, and for who asks whether it still happens. */
@NullMarked
package clarion.ejb.jobs;

import org.jspecify.annotations.NullMarked;
