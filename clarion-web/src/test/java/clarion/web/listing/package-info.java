/** Tests of what lists share. */
@NullMarked
package clarion.web.listing;

import org.jspecify.annotations.NullMarked;
