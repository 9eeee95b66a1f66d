@NullMarked
package clarion.ejb.audit;

import org.jspecify.annotations.NullMarked;
