/** The JAX-RS application: what every resource shares and no feature owns. */
@NullMarked
package clarion.web;

import org.jspecify.annotations.NullMarked;
