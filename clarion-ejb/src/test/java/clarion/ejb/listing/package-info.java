/** Tests of the listing engine. */
@NullMarked
package clarion.ejb.listing;

import org.jspecify.annotations.NullMarked;
