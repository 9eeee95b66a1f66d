/**
 * Flow files of other collectors: CSV, NDJSON and nfdump's CSV, gzipped or not, read record by record.
 *
 * <p>{@link clarion.domain.flows.text.FlowFileReader} is the way in. Text is read as bytes; on the way of a good record
 * no object is made.
 */
@NullMarked
package clarion.domain.flows.text;

import org.jspecify.annotations.NullMarked;
