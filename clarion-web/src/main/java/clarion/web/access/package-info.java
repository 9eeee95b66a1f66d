/** Authentication of every request, the roles of every resource, and the resources for login, accounts and tokens. */
@NullMarked
package clarion.web.access;

import org.jspecify.annotations.NullMarked;
