@NullMarked
package clarion.web.problems;

import org.jspecify.annotations.NullMarked;
