package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.sessions.SessionKey;
import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionReport.Place;
import clarion.domain.sessions.SessionState;
import clarion.domain.users.UserIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports for tests: {@code aReport("s1").at(5).ip("10.0.0.1").build()}. */
final class ReportBuilder {

    /** ISE's clock at second 0. */
    static final Instant T0 = Instant.parse("2026-11-02T08:00:00Z");

    private final String key;
    private Instant at = T0;
    private SessionState state = SessionState.STARTED;
    private @Nullable MacAddress mac;
    private List<IpAddress> addresses = List.of();
    private @Nullable String userName;
    private Place place = Place.NOWHERE;
    private @Nullable String profile;
    private @Nullable String group;
    private @Nullable String authMethod;
    private final SortedMap<String, String> attributes = new TreeMap<>();

    private ReportBuilder(String key) {
        this.key = key;
    }

    static ReportBuilder aReport(String key) {
        return new ReportBuilder(key);
    }

    /** Bare, as ISE often reports an end. */
    static ReportBuilder anEnd(String key) {
        return new ReportBuilder(key).state(SessionState.DISCONNECTED);
    }

    static Instant second(int seconds) {
        return T0.plusSeconds(seconds);
    }

    ReportBuilder at(int seconds) {
        return at(second(seconds));
    }

    ReportBuilder at(Instant time) {
        at = time;
        return this;
    }

    ReportBuilder after(Duration duration) {
        return at(T0.plus(duration));
    }

    ReportBuilder state(SessionState newState) {
        state = newState;
        return this;
    }

    ReportBuilder mac(@Nullable String text) {
        mac = text == null ? null : MacAddress.parse(text);
        return this;
    }

    ReportBuilder ip(String... texts) {
        addresses = Stream.of(texts).map(IpAddress::parse).toList();
        return this;
    }

    ReportBuilder user(@Nullable String name) {
        userName = name;
        return this;
    }

    ReportBuilder port(String nasIp, String nasPort) {
        place = new Place(IpAddress.parse(nasIp), nasPort, "Ethernet", null, null, null, null);
        return this;
    }

    ReportBuilder ssid(String nasIp, String ssid) {
        place = new Place(IpAddress.parse(nasIp), null, "Wireless - IEEE 802.11", null, null, null, ssid);
        return this;
    }

    ReportBuilder profile(@Nullable String name) {
        profile = name;
        return this;
    }

    ReportBuilder group(@Nullable String name) {
        group = name;
        return this;
    }

    ReportBuilder method(String name) {
        authMethod = name;
        return this;
    }

    ReportBuilder attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    SessionReport build() {
        return new SessionReport(
                new SessionKey(key),
                at,
                state,
                mac,
                addresses,
                UserIdentity.of(userName, null, null, null).orElse(null),
                userName,
                place,
                profile,
                null,
                group,
                authMethod,
                null,
                null,
                List.of(),
                attributes);
    }
}
