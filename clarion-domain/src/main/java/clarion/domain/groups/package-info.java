/** Security groups and their tags. */
@NullMarked
package clarion.domain.groups;

import org.jspecify.annotations.NullMarked;
