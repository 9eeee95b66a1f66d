package clarion.web.sessions;

import clarion.ejb.sessions.SessionActivity;
import java.time.Instant;
import java.util.List;

/** Starts and ends of sessions in equal steps of time, oldest first, without gaps. */
public record SessionActivityView(Instant from, Instant to, int bucketSeconds, List<Bucket> buckets) {

    public record Bucket(Instant at, long started, long ended) {}

    public static SessionActivityView of(SessionActivity activity) {
        return new SessionActivityView(
                activity.from(),
                activity.to(),
                activity.bucketSeconds(),
                activity.buckets().stream()
                        .map(bucket -> new Bucket(bucket.at(), bucket.started(), bucket.ended()))
                        .toList());
    }
}
