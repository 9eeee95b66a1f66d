/** Accounts by password: the password that ISE gives once, and where it is kept. */
@NullMarked
package clarion.pxgrid.accounts;

import org.jspecify.annotations.NullMarked;
