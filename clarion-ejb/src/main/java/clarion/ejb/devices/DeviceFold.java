package clarion.ejb.devices;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device while the reports of a batch are applied to it, in the order in which they came.
 *
 * <p>Address, profile and operating system stay known until others are named. A place is taken as a whole. Group, user
 * and method are those of the newest live report, also where it names none; a report of an end only adds. A value that
 * another one replaces, or that an older report names, goes to the {@linkplain PastValues past}.
 */
final class DeviceFold {

    final String mac;
    final boolean isNew;
    Instant firstSeen;
    Instant lastSeen;

    /** True if more than the time when it was last seen is to be written. */
    boolean changed;

    @Nullable
    String ip;

    @Nullable
    String profile;

    @Nullable
    String os;

    @Nullable
    String nasIp;

    @Nullable
    String nasPort;

    @Nullable
    String ssid;

    @Nullable
    String place;

    @Nullable
    String sgtName;

    @Nullable
    Long userId;

    @Nullable
    String userKey;

    @Nullable
    String userName;

    @Nullable
    String authMethod;

    private final Map<SightingKind, Instant> since = new EnumMap<>(SightingKind.class);

    /** A device that is not stored yet. */
    DeviceFold(SeenDevice first) {
        this.mac = first.mac();
        this.isNew = true;
        this.firstSeen = first.at();
        this.lastSeen = first.at();
    }

    /** A stored device; its values are filled in by the caller. */
    DeviceFold(String mac, Instant firstSeen, Instant lastSeen) {
        this.mac = mac;
        this.isNew = false;
        this.firstSeen = firstSeen;
        this.lastSeen = lastSeen;
    }

    /** Since when the present value of a kind is known, or null if there is none. */
    @Nullable
    Instant since(SightingKind kind) {
        return since.get(kind);
    }

    void since(SightingKind kind, @Nullable Instant time) {
        if (time == null) {
            since.remove(kind);
        } else {
            since.put(kind, time);
        }
    }

    /** Takes a report. One that is older than the newest so far only tells of the past. */
    void add(SeenDevice seen, PastValues past) {
        if (seen.at().isBefore(firstSeen)) {
            firstSeen = seen.at();
            changed = true;
        }
        if (seen.at().isBefore(lastSeen)) {
            tellOfThePast(seen, past);
        } else {
            take(seen, past);
            lastSeen = seen.at();
        }
        // A session has one present address here, the first; the others are seen with it.
        seen.addresses().stream()
                .skip(1)
                .forEach(address -> past.note(mac, SightingKind.ADDRESS, address, seen.at(), seen.at()));
    }

    private void take(SeenDevice seen, PastValues past) {
        boolean live = seen.live();
        ip = turn(SightingKind.ADDRESS, ip, seen.address(), false, seen.at(), past);
        profile = turn(SightingKind.PROFILE, profile, seen.profile(), false, seen.at(), past);
        place = turn(SightingKind.PLACE, place, seen.place(), false, seen.at(), past);
        sgtName = turn(SightingKind.SGT, sgtName, seen.sgtName(), live, seen.at(), past);
        if (live || seen.userKey() != null) {
            if (!Objects.equals(userKey, seen.userKey()) && userId != null) {
                past.link(userId, mac, sinceOr(SightingKind.USER, lastSeen), lastSeen);
            }
            userKey = turn(SightingKind.USER, userKey, seen.userKey(), live, seen.at(), past);
            if (seen.userId() != null && !seen.userId().equals(userId)) {
                past.link(seen.userId(), mac, seen.at(), seen.at());
            }
            userId = replaced(userId, seen.userId());
            userName = replaced(userName, seen.userName());
        }
        os = seen.os() == null ? os : replaced(os, seen.os());
        if (seen.nasIp() != null) {
            nasIp = replaced(nasIp, seen.nasIp());
            nasPort = replaced(nasPort, seen.nasPort());
            ssid = replaced(ssid, seen.ssid());
        }
        if (live || seen.authMethod() != null) {
            authMethod = replaced(authMethod, seen.authMethod());
        }
    }

    private @Nullable String turn(
            SightingKind kind,
            @Nullable String present,
            @Nullable String named,
            boolean replaces,
            Instant at,
            PastValues past) {
        if (Objects.equals(present, named) || (named == null && !replaces)) {
            return present;
        }
        if (present != null) {
            past.note(mac, kind, present, sinceOr(kind, lastSeen), lastSeen);
        }
        since(kind, named == null ? null : at);
        changed = true;
        return named;
    }

    private <T> @Nullable T replaced(@Nullable T present, @Nullable T named) {
        changed |= !Objects.equals(present, named);
        return named;
    }

    private Instant sinceOr(SightingKind kind, Instant other) {
        Instant time = since.get(kind);
        return time == null ? other : time;
    }

    private void tellOfThePast(SeenDevice seen, PastValues past) {
        tell(SightingKind.ADDRESS, ip, seen.address(), seen.at(), past);
        tell(SightingKind.PROFILE, profile, seen.profile(), seen.at(), past);
        tell(SightingKind.PLACE, place, seen.place(), seen.at(), past);
        tell(SightingKind.SGT, sgtName, seen.sgtName(), seen.at(), past);
        tell(SightingKind.USER, userKey, seen.userKey(), seen.at(), past);
        if (seen.userId() != null) {
            past.link(seen.userId(), mac, seen.at(), seen.at());
        }
    }

    private void tell(
            SightingKind kind, @Nullable String present, @Nullable String named, Instant at, PastValues past) {
        if (named == null) {
            return;
        }
        if (!named.equals(present)) {
            past.note(mac, kind, named, at, at);
        } else if (at.isBefore(sinceOr(kind, lastSeen))) {
            since(kind, at);
            changed = true;
        }
    }
}
