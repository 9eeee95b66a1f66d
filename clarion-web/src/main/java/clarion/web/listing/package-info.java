/** What every list of the API shares: request parameters, the JSON page and the CSV export. */
@NullMarked
package clarion.web.listing;

import org.jspecify.annotations.NullMarked;
