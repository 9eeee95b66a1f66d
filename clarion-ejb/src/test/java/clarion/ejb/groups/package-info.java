@NullMarked
package clarion.ejb.groups;

import org.jspecify.annotations.NullMarked;
