/** Users and machines that authenticate, under one normalised identity. */
@NullMarked
package clarion.domain.users;

import org.jspecify.annotations.NullMarked;
