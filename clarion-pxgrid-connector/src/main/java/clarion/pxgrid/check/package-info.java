/** The connection test: every step on the way to ISE, tried one after the other and put into words. */
@NullMarked
package clarion.pxgrid.check;

import org.jspecify.annotations.NullMarked;
