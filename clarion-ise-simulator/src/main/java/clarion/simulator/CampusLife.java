package clarion.simulator;

import clarion.simulator.campus.Campus;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionDirectory;
import clarion.simulator.sessions.SessionFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the campus, if there is one, live at its rate and feed the session topic. */
final class CampusLife {

    private static final long TICK_MILLIS = 50;
    private static final int BURST_CHUNK = 5_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final @Nullable Campus campus;
    private final SessionFeed feed;
    private final Bursts bursts;
    private final boolean crowded;
    private final SideTraffic side;
    private double owed;
    private long lastNanos = System.nanoTime();

    /** Runs a task again and again. */
    interface Repeater {
        void every(long millis, Runnable task);
    }

    CampusLife(IseSimulatorBuilder settings, SessionFeed feed, Bursts bursts, SideTraffic side) {
        this.campus = settings.devices > 0 ? new Campus(settings.devices, settings.seed, settings.clock) : null;
        this.feed = feed;
        this.bursts = bursts;
        this.crowded = settings.sessions > 0;
        this.side = side;
    }

    /** The campus, if there is one. */
    Optional<Campus> campus() {
        return Optional.ofNullable(campus);
    }

    void populate(SessionDirectory directory) {
        if (campus != null) {
            campus.populate(directory::apply);
        }
    }

    void pace(double eventsPerSecond, Repeater repeater) {
        Campus living = campus;
        if (living != null && eventsPerSecond > 0) {
            lastNanos = System.nanoTime();
            repeater.every(TICK_MILLIS, () -> tick(living, eventsPerSecond));
        } else if (crowded && eventsPerSecond > 0) {
            lastNanos = System.nanoTime();
            repeater.every(TICK_MILLIS, () -> tickCrowd(eventsPerSecond));
        }
    }

    private void tickCrowd(double eventsPerSecond) {
        int due = (int) owed(eventsPerSecond);
        if (due > 0) {
            owed -= due;
            bursts.publish("life", due);
        }
    }

    private double owed(double eventsPerSecond) {
        long now = System.nanoTime();
        double due = (now - lastNanos) / NANOS_PER_SECOND * eventsPerSecond;
        lastNanos = now;
        if (!feed.paused()) {
            owed = Math.min(owed + due, Math.max(1, eventsPerSecond));
        }
        return feed.paused() ? 0 : owed;
    }

    /** What a pause or a slow machine held up is made good for at most one second's worth. */
    private void tick(Campus living, double eventsPerSecond) {
        if (owed(eventsPerSecond) < 1) {
            return;
        }
        while (owed >= 1) {
            owed--;
            synchronized (living) {
                IseSession event = living.next();
                side.before(event);
                feed.add(event);
                side.after(event);
            }
        }
    }

    void burst(int events) {
        Campus living = campus;
        if (living == null) {
            throw new IllegalStateException("a burst needs a campus: set the number of devices");
        }
        for (int made = 0; made < events; made += BURST_CHUNK) {
            synchronized (living) {
                List<IseSession> chunk = new ArrayList<>(BURST_CHUNK);
                for (int i = made; i < Math.min(events, made + BURST_CHUNK); i++) {
                    chunk.add(living.next());
                }
                feed.publishWaiting(chunk);
            }
        }
    }
}
