package clarion.pxgrid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a topic was read.
 *
 * @param topic destination as ISE names it
 * @param sequence the publisher's number of the last message, or null before ISE 3.0
 * @param timestamp the newest ISE time among the events so far: where a recovery starts
 */
public record TopicPosition(String topic, @Nullable Long sequence, Instant timestamp) {}
