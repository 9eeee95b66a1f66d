package clarion.web.openapi;

import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.HealthReport;
import clarion.pxgrid.ConnectorStatus;
import clarion.web.access.AccountView;
import clarion.web.access.LoginView;
import clarion.web.access.MeView;
import clarion.web.access.TokenView;
import clarion.web.audit.AuditEntryView;
import clarion.web.connectors.QuarantineView;
import clarion.web.devices.DeviceView;
import clarion.web.devices.SightingView;
import clarion.web.listing.FacetsView;
import clarion.web.sessions.SessionActivityView;
import clarion.web.sessions.SessionView;
import clarion.web.users.UserView;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that go over the wire, and what the scanner of annotations cannot know about them. */
final class WireTypes {

    private static final List<Class<?>> ROOTS = List.of(
            AccountView.class,
            AuditEntryView.class,
            ClarionStatus.class,
            ConnectorStatus.class,
            DeviceView.class,
            FacetsView.class,
            HealthReport.class,
            LoginView.class,
            MeView.class,
            QuarantineView.class,
            SessionActivityView.class,
            SessionView.class,
            SightingView.class,
            TokenView.class,
            UserView.class);

    /** The lists, by path, and what they are lists of. */
    static final Map<String, Class<?>> LISTS = Map.of(
            "/api/v1/sessions", SessionView.class,
            "/api/v1/devices", DeviceView.class,
            "/api/v1/devices/{mac}/sessions", SessionView.class,
            "/api/v1/users", UserView.class,
            "/api/v1/users/{id}/devices", DeviceView.class,
            "/api/v1/users/{id}/sessions", SessionView.class,
            "/api/v1/access/accounts", AccountView.class,
            "/api/v1/access/tokens", TokenView.class,
            "/api/v1/audit", AuditEntryView.class,
            "/api/v1/connectors/pxgrid/quarantine", QuarantineView.class);

    private WireTypes() {}

    /** By the simple name of each record, the members that are always there: those that cannot be null. */
    static Map<String, List<String>> required() {
        Map<String, List<String>> required = new LinkedHashMap<>();
        ROOTS.stream().flatMap(WireTypes::withNested).filter(Class::isRecord).forEach(type -> {
            List<String> names = Arrays.stream(type.getRecordComponents())
                    .filter(component -> !isNullable(component))
                    .map(RecordComponent::getName)
                    .toList();
            required.put(type.getSimpleName(), names);
        });
        return required;
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(WireTypes::withNested));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
