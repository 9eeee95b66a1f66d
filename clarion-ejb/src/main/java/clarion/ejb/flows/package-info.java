/** Flows on their way to the database and in it: pairing, identity, buckets, roll-up, import, lists. */
@NullMarked
package clarion.ejb.flows;

import org.jspecify.annotations.NullMarked;
