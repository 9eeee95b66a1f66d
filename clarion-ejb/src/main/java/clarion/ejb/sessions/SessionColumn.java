package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.sessions.SessionReport;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of {@code session} that hold one value as ISE sent it, and where in a report it stands. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
enum SessionColumn {
    MAC("macaddr", r -> text(r.mac())),
    IP("inet", r -> r.addresses().stream().findFirst().map(IpAddress::toString).orElse(null)),
    USER_NAME("text", SessionReport::userName),
    NAS_IP("inet", r -> text(r.place().nasIp())),
    NAS_PORT("text", r -> r.place().nasPort()),
    NAS_PORT_TYPE("text", r -> r.place().nasPortType()),
    NAS_IDENTIFIER("text", r -> r.place().nasIdentifier()),
    CALLED_STATION_ID("text", r -> r.place().calledStationId()),
    CALLING_STATION_ID("text", r -> r.place().callingStationId()),
    SSID("text", r -> r.place().ssid()),
    ENDPOINT_PROFILE("text", SessionReport::endpointProfile),
    ENDPOINT_OS("text", SessionReport::endpointOs),
    SGT_NAME("text", SessionReport::securityGroup),
    AUTH_METHOD("text", SessionReport::authMethod),
    POSTURE_STATUS("text", SessionReport::postureStatus),
    AUDIT_SESSION_ID("text", SessionReport::auditSessionId);

    static final List<SessionColumn> ALL = List.of(values());

    private final String type;
    private final Function<SessionReport, @Nullable String> source;

    SessionColumn(String type, Function<SessionReport, @Nullable String> source) {
        this.type = type;
        this.source = source;
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String type() {
        return type;
    }

    @Nullable
    String of(SessionReport report) {
        return source.apply(report);
    }

    /** Every column put into a pattern and joined by commas, to build statements from. */
    static String each(Function<SessionColumn, String> pattern) {
        return Stream.of(values()).map(pattern).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
