/**
 * Clarion's own metrics for Prometheus, the same on every server. The text format is four kinds of line, so it is
 * written here and not by a library.
 */
@NullMarked
package clarion.web.metrics;

import org.jspecify.annotations.NullMarked;
