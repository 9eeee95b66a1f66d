/** Security groups, SGACLs, virtual networks and SXP bindings over REST. */
@NullMarked
package clarion.web.groups;

import org.jspecify.annotations.NullMarked;
