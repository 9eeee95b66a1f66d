/** The images and compose files of {@code docker/}: by their text, by their parts, and as a running product. */
@NullMarked
package clarion.it.containers;

import org.jspecify.annotations.NullMarked;
