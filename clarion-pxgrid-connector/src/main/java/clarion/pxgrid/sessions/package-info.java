/** Session messages and downloads, from JSON to session reports. */
@NullMarked
package clarion.pxgrid.sessions;

import org.jspecify.annotations.NullMarked;
