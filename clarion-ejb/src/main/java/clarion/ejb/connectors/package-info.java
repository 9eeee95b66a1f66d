/** Steering the pxGrid connector, and what it keeps: topic positions and messages set aside. */
@NullMarked
package clarion.ejb.connectors;

import org.jspecify.annotations.NullMarked;
