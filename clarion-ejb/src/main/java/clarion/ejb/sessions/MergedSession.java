package clarion.ejb.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code session} while a batch is merged. A stored row is loaded without its content; the content is here as
 * soon as a report brings it.
 */
final class MergedSession {

    /** How a session ended. */
    enum End {
        DISCONNECTED,
        UNSEEN
    }

    /**
     * What is known elsewhere of a stored row: counters of devices and users, and the log of addresses.
     *
     * @param live as stored
     * @param mac as stored
     * @param userId as stored
     * @param receivedAt as stored
     * @param ip the first address, as stored
     * @param sgtName as stored
     */
    record Stored(
            boolean live,
            @Nullable String mac,
            @Nullable Long userId,
            Instant receivedAt,
            @Nullable String ip,
            @Nullable String sgtName) {}

    long id;
    final String key;
    final @Nullable Stored stored;
    final Instant startedAt;
    boolean latest = true;
    boolean live;
    Instant updatedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    End end;

    String digest;

    private final @Nullable String storedDigest;
    private String state = "";
    private @Nullable SessionContent content;
    private boolean keepsGaps;

    /** A row of the database. */
    MergedSession(
            long id,
            String key,
            Stored stored,
            Instant startedAt,
            Instant updatedAt,
            @Nullable End end,
            String digest) {
        this.id = id;
        this.key = key;
        this.stored = stored;
        this.startedAt = startedAt;
        this.live = stored.live();
        this.updatedAt = updatedAt;
        this.end = end;
        this.digest = digest;
        this.storedDigest = digest;
    }

    /** A row to be inserted; its id is given when it is. */
    MergedSession(ReceivedReport first) {
        this.key = first.key();
        this.stored = null;
        this.startedAt = first.at();
        this.updatedAt = first.at();
        this.digest = first.digest();
        this.storedDigest = null;
        take(first);
    }

    /** Makes the report the row's content, whatever the row's state was. */
    void take(ReceivedReport report) {
        SessionContent before = content;
        if (report.live() || before == null) {
            keepsGaps = !report.live() && stored != null;
            content = report.content();
        } else {
            content = report.content().withGapsFrom(before);
        }
        state = report.state();
        live = report.live();
        updatedAt = report.at();
        endedAt = report.live() ? null : report.at();
        end = report.live() ? null : End.DISCONNECTED;
        digest = report.digest();
    }

    boolean isNew() {
        return stored == null;
    }

    /** True for a stored row of which only the time is new: most reports repeat what is known. */
    boolean isTouchedOnly() {
        return stored != null && stored.live() && live && digest.equals(storedDigest);
    }

    boolean isChanged() {
        return content != null;
    }

    /** True for a stored row whose last change was received before some time. */
    boolean wasReceivedBefore(Instant time) {
        return stored != null && stored.receivedAt().isBefore(time);
    }

    /** True if what the content leaves out is to stay as the database has it. */
    boolean keepsGaps() {
        return keepsGaps;
    }

    String state() {
        return state;
    }

    /** The content of a new or changed row. */
    SessionContent content() {
        if (content == null) {
            throw new IllegalStateException("session " + id + " was not changed");
        }
        return content;
    }
}
