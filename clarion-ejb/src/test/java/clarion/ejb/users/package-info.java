@NullMarked
package clarion.ejb.users;

import org.jspecify.annotations.NullMarked;
