package clarion.ejb.connectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message, or a part of one, that could not be read or applied. Kept for a person to look at. */
@Entity
@Table(name = "quarantined_message")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class QuarantinedMessageEntity {

    @Id
    private long id;

    private String topic;

    private String source;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String reason;

    private String body;

    protected QuarantinedMessageEntity() {}

    public long id() {
        return id;
    }

    /** Id of the topic. */
    public String topic() {
        return topic;
    }

    /** The topic's destination, or the call's name for a bulk download or a recovery. */
    public String source() {
        return source;
    }

    /** Clarion's clock. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** One sentence, with the field and the value at fault. */
    public String reason() {
        return reason;
    }

    /** What came, cut at 16 KiB. */
    public String body() {
        return body;
    }
}
