@NullMarked
package clarion.ejb.connectors.leadership;

import org.jspecify.annotations.NullMarked;
