/** Users and machines by identity, with the devices they use. */
@NullMarked
package clarion.ejb.users;

import org.jspecify.annotations.NullMarked;
