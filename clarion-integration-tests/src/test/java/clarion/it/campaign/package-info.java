/** The randomised fault campaign: whatever goes wrong, Clarion holds in the end what ISE said. */
@NullMarked
package clarion.it.campaign;

import org.jspecify.annotations.NullMarked;
