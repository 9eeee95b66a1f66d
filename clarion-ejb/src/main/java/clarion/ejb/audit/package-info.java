/** The append-only record of who did what, when, from where, and what it was before and after. */
@NullMarked
package clarion.ejb.audit;

import org.jspecify.annotations.NullMarked;
