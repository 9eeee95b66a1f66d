/** The description of the API (OpenAPI 3.1): generated when Clarion is built, served as it is. */
@NullMarked
package clarion.web.openapi;

import org.jspecify.annotations.NullMarked;
