@NullMarked
package clarion.ejb.settings;

import org.jspecify.annotations.NullMarked;
