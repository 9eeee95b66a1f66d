@NullMarked
package clarion.launcher.support;

import org.jspecify.annotations.NullMarked;
