@NullMarked
package clarion.web.metrics;

import org.jspecify.annotations.NullMarked;
