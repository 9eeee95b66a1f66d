@NullMarked
package clarion.launcher.backup;

import org.jspecify.annotations.NullMarked;
