@NullMarked
package clarion.domain.sgacl;

import org.jspecify.annotations.NullMarked;
