package clarion.ejb.connectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a topic was read. Saved in the transaction of the events up to there, so that a crash loses nothing. */
@Entity
@Table(name = "topic_position")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class TopicPositionEntity {

    @Id
    private String topic;

    private @Nullable Long sequence;

    @Column(name = "event_time")
    private Instant eventTime;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected TopicPositionEntity() {}

    /** Id of the topic. */
    public String topic() {
        return topic;
    }

    /** The publisher's number of the last message; null before ISE 3.0. */
    public @Nullable Long sequence() {
        return sequence;
    }

    /** ISE's time from which a recovery has to start. */
    public Instant eventTime() {
        return eventTime;
    }

    /** Clarion's clock. */
    public Instant savedAt() {
        return savedAt;
    }
}
