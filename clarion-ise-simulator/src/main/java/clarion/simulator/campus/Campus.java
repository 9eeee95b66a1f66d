package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A campus that lives by steps: each step is one event of the session directory. With the same number of devices, seed
 * and clock the events are the same; only times, and the start time inside audit session ids, come from the clock. Not
 * thread-safe.
 */
public final class Campus {

    private static final int MOBILE_TARGET_PERCENT = 62;
    private static final int FIXED_TARGET_PERCENT = 94;
    private static final int FIXED_AT_START_PERCENT = 85;
    private static final int MOBILE_AT_START_PERCENT = 50;

    private final CampusPlan plan;
    private final SplittableRandom random;
    private final Clock clock;
    private final Agenda agenda = new Agenda();
    private final Access access;
    private final Crowd mobileHere = new Crowd();
    private final Crowd mobileAway = new Crowd();
    private final Crowd fixedHere = new Crowd();
    private final Crowd fixedAway = new Crowd();
    private long step;
    private int sessions;

    /**
     * @param devices at least 1
     * @param seed what the campus is made from
     * @param clock ISE's clock
     */
    public Campus(int devices, long seed, Clock clock) {
        this.plan = CampusPlan.of(devices, seed);
        this.random = new SplittableRandom(seed).split();
        this.clock = clock;
        this.access = new Access(agenda, random);
    }

    /** Lets the campus be found as if it had lived for long: tells the sessions that are there. Once, before steps. */
    public void populate(Consumer<IseSession> directory) {
        Instant now = clock.instant();
        for (Device device : plan.devices()) {
            boolean fixed = device.kind.fixed();
            if (random.nextInt(100) < (fixed ? FIXED_AT_START_PERCENT : MOBILE_AT_START_PERCENT)) {
                Instant since = now.minus(Duration.ofSeconds(60 + random.nextInt(fixed ? 259_200 : 28_800)));
                Visit visit = visit(device, device.home, since);
                access.settle(visit, step);
                device.visit = visit;
                (fixed ? fixedHere : mobileHere).add(device);
                directory.accept(visit.tell(IseSession.STARTED, since));
            } else {
                (fixed ? fixedAway : mobileAway).add(device);
            }
        }
    }

    /** The next event. */
    public IseSession next() {
        while (true) {
            Agenda.Entry due = agenda.due(step);
            if (due == null) {
                step++;
                IseSession event = act();
                if (event != null) {
                    return event;
                }
            } else if (due.visit().device.visit == due.visit()) {
                return due.visit().tell(access.proceed(due.visit(), due.stage(), step), clock.instant());
            }
        }
    }

    /**
     * Somebody who has an address now, or nobody if a few draws find none.
     *
     * @param chance not the campus's own, whose events stay the same
     */
    public Optional<Stay> anybody(SplittableRandom chance) {
        int mobile = mobileHere.size();
        int all = mobile + fixedHere.size();
        for (int i = 0; i < 4 && all > 0; i++) {
            Device device = (chance.nextInt(all) < mobile ? mobileHere : fixedHere).draw(chance);
            Visit visit = device == null ? null : device.visit;
            Stay stay = visit == null || !visit.started ? null : visit.stay();
            if (stay != null) {
                return Optional.of(stay);
            }
        }
        return Optional.empty();
    }

    private @Nullable IseSession act() {
        int draw = random.nextInt(100);
        if (draw < 30) {
            return comeOrGo(mobileHere, mobileAway, MOBILE_TARGET_PERCENT);
        } else if (draw < 36) {
            return comeOrGo(fixedHere, fixedAway, FIXED_TARGET_PERCENT);
        } else if (draw < 62) {
            return roam();
        }
        Visit visit = somebody(random.nextInt(3) > 0 ? mobileHere : fixedHere);
        if (visit == null) {
            return null;
        }
        Instant now = clock.instant();
        if (draw >= 98) {
            access.quarantine(visit, step);
        } else if (draw >= 95) {
            visit.giveAddressBack(now.toEpochMilli());
            visit.takeAddress();
        }
        return visit.tell(IseSession.STARTED, now);
    }

    private @Nullable IseSession comeOrGo(Crowd here, Crowd away, int targetPercent) {
        int all = here.size() + away.size();
        if (all == 0) {
            return null;
        }
        int missing = targetPercent - here.size() * 100 / all;
        boolean come = random.nextInt(100) < Math.max(5, Math.min(95, 50 + 4 * missing));
        return come ? arrive(here, away) : leave(here, away);
    }

    private @Nullable IseSession arrive(Crowd here, Crowd away) {
        Device device = away.draw(random);
        if (device == null) {
            return null;
        }
        away.remove(device);
        here.add(device);
        boolean elsewhere = !device.kind.fixed() && random.nextInt(5) == 0;
        return begin(device, elsewhere ? anyBuilding() : device.home);
    }

    private @Nullable IseSession leave(Crowd here, Crowd away) {
        Visit visit = somebody(here);
        if (visit == null) {
            return null;
        }
        Device device = visit.device;
        here.remove(device);
        away.add(device);
        IseSession event = end(visit);
        if (device.model.oui().isEmpty() && random.nextInt(10) == 0) {
            device.randomize(CampusPlan.randomMac(random));
        }
        return event;
    }

    /** To another access point in one session, or to another building and so to a new session. */
    private @Nullable IseSession roam() {
        Visit visit = somebody(mobileHere);
        if (visit == null || !visit.wireless()) {
            return null;
        }
        Building there = random.nextInt(5) == 0 ? anyBuilding() : visit.building;
        if (there == visit.building) {
            visit.place = there.radio(visit.segment, random);
            return visit.tell(IseSession.STARTED, clock.instant());
        }
        IseSession event = end(visit);
        Visit next = visit(visit.device, there, clock.instant());
        visit.device.visit = next;
        agenda.plan(step + 1, next, Agenda.Stage.AUTHENTICATING);
        return event;
    }

    private IseSession begin(Device device, Building building) {
        Visit visit = visit(device, building, clock.instant());
        device.visit = visit;
        return visit.tell(access.proceed(visit, Agenda.Stage.AUTHENTICATING, step), clock.instant());
    }

    private IseSession end(Visit visit) {
        Instant now = clock.instant();
        IseSession event = visit.tell(IseSession.DISCONNECTED, now);
        visit.giveAddressBack(now.toEpochMilli());
        visit.device.visit = null;
        return event;
    }

    private Visit visit(Device device, Building building, Instant since) {
        DeviceKind kind = device.kind;
        Attributes port = device.port;
        boolean docked = kind != DeviceKind.LAPTOP || building == device.home && random.nextBoolean();
        boolean wired = port != null && docked;
        Segment segment = kind == DeviceKind.LAPTOP && wired ? Segment.DATA : kind.segment();
        Attributes place = wired && port != null ? port : building.radio(segment, random);
        return new Visit(device, wired ? device.home : building, segment, place, auditSessionId(place, since));
    }

    /** A started visit by chance, or null if a few draws do not find one. */
    private @Nullable Visit somebody(Crowd crowd) {
        for (int i = 0; i < 4; i++) {
            Device device = crowd.draw(random);
            Visit visit = device == null ? null : device.visit;
            if (visit != null && visit.started) {
                return visit;
            }
        }
        return null;
    }

    private Building anyBuilding() {
        return plan.buildings().get(random.nextInt(plan.buildings().size()));
    }

    /** As IOS makes them: the switch's address, its session counter, the start time. */
    private String auditSessionId(Attributes place, Instant since) {
        int address = 0;
        for (String part :
                String.valueOf(place.get(SessionFields.NAS_IP_ADDRESS)).split("\\.")) {
            address = address << 8 | Integer.parseInt(part);
        }
        return String.format("%08X%08X%08X", address, ++sessions, (int) since.toEpochMilli());
    }
}
