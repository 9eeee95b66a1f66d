/**
 * What helps whoever is asked for help: looking at a running Clarion, and gathering what it says, without its secrets.
 */
@NullMarked
package clarion.launcher.support;

import org.jspecify.annotations.NullMarked;
