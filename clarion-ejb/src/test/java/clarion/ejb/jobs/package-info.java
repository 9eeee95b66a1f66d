@NullMarked
package clarion.ejb.jobs;

import org.jspecify.annotations.NullMarked;
