@NullMarked
package clarion.ejb.policy;

import org.jspecify.annotations.NullMarked;
