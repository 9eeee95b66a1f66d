/** Every setting of Clarion in one place: declared by the features, checked together at start, documented from here. */
@NullMarked
package clarion.ejb.settings;

import org.jspecify.annotations.NullMarked;
