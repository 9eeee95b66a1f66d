/**
 * The listing engine: every list of the API is declared once as columns, and filter, free text, sort, keyset paging,
 * totals and facets follow from the declaration.
 *
 * <p>SQL text comes from declarations only; whatever a caller sends is a bind parameter.
 */
@NullMarked
package clarion.ejb.listing;

import org.jspecify.annotations.NullMarked;
