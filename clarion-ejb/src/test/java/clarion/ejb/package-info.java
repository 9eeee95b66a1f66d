/** Tests of what the services share. */
@NullMarked
package clarion.ejb;

import org.jspecify.annotations.NullMarked;
