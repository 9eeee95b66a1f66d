package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.SessionFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** ISE's authorization policy for the campus: what a session is given. Equal results are one object. */
final class Authorization {

    private static final String QUARANTINE = "Quarantine";

    private record Case(
            DeviceKind kind,
            Grant grant,
            boolean wireless,
            Segment segment,
            @Nullable Department department,
            boolean postured) {}

    private final Map<Case, Attributes> known = new HashMap<>();
    private final Function<Case, Attributes> rules = Authorization::decide;

    Attributes of(Visit visit) {
        Person owner = visit.device.owner;
        return known.computeIfAbsent(
                new Case(
                        visit.device.kind,
                        visit.grant,
                        visit.wireless(),
                        visit.segment,
                        owner == null ? null : owner.department(),
                        visit.device.domainComputer()),
                rules);
    }

    private static Attributes decide(Case session) {
        boolean byMac =
                session.kind().login() == DeviceKind.Login.MAC || session.kind().login() == DeviceKind.Login.GUEST;
        String medium = session.wireless() ? "Wireless" : "Wired";
        return Attributes.of(
                SessionFields.RADIUS_FLOW_TYPE,
                medium + (byMac ? "MAB" : "802_1x"),
                SessionFields.SERVICE_TYPE,
                byMac ? "Call Check" : "Framed",
                SessionFields.TUNNEL_PRIVATE_GROUP_ID,
                session.grant() == Grant.NONE
                        ? null
                        : Integer.toString(session.segment().vlan()),
                SessionFields.CTS_SECURITY_GROUP,
                group(session),
                SessionFields.SELECTED_AUTHZ_PROFILES,
                profiles(session),
                SessionFields.POSTURE_STATUS,
                posture(session),
                SessionFields.ANC_POLICY,
                session.grant() == Grant.QUARANTINED ? QUARANTINE : null);
    }

    private static @Nullable String group(Case session) {
        return switch (session.grant()) {
            case NONE -> null;
            case MACHINE -> "Managed_Computers";
            case NON_COMPLIANT, QUARANTINED -> "Quarantined_Systems";
            case POSTURE_PENDING, REDIRECTED, FULL -> {
                String group = session.kind().group();
                Department department = session.department();
                yield group != null ? group : department == null ? "Unknown" : department.group();
            }
        };
    }

    private static @Nullable List<String> profiles(Case session) {
        return switch (session.grant()) {
            case NONE -> null;
            case MACHINE -> List.of("Machine_Access");
            case POSTURE_PENDING -> List.of("Posture_Redirect");
            case NON_COMPLIANT -> List.of("Remediation_Access");
            case REDIRECTED -> List.of("Guest_Redirect");
            case QUARANTINED -> List.of(QUARANTINE);
            case FULL -> List.of(session.kind().authorization());
        };
    }

    private static @Nullable String posture(Case session) {
        if (!session.postured()) {
            return null;
        }
        return switch (session.grant()) {
            case POSTURE_PENDING -> "Pending";
            case NON_COMPLIANT -> "NonCompliant";
            case FULL -> "Compliant";
            case NONE, MACHINE, REDIRECTED, QUARANTINED -> null;
        };
    }
}
