/** The catalogue of security groups, by which a session's group name becomes a number. */
@NullMarked
package clarion.ejb.groups;

import org.jspecify.annotations.NullMarked;
