/** {@code ./clarion analyze}: files in, files out; what is in between is {@code clarion.domain.segmentation.campus}. */
@NullMarked
package clarion.launcher.analysis;

import org.jspecify.annotations.NullMarked;
