@NullMarked
package clarion.web.openapi;

import org.jspecify.annotations.NullMarked;
