/** Who may do what: accounts, passwords, API tokens, console sessions, roles and login throttling. */
@NullMarked
package clarion.ejb.access;

import org.jspecify.annotations.NullMarked;
