@NullMarked
package clarion.web;

import org.jspecify.annotations.NullMarked;
