@NullMarked
package clarion.ejb.connectors;

import org.jspecify.annotations.NullMarked;
