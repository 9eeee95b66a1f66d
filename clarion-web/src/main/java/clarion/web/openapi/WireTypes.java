package clarion.web.openapi;

import clarion.ejb.connectors.ReconcilePlan;
import clarion.ejb.connectors.ReconcileRun;
import clarion.ejb.connectors.TopicLedger;
import clarion.ejb.flows.FlowGroups;
import clarion.ejb.flows.FlowImport;
import clarion.ejb.flows.FlowStatus;
import clarion.ejb.flows.FlowTraffic;
import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.HealthReport;
import clarion.ejb.queue.QueueBoard;
import clarion.ejb.segmentation.ClusterDetail;
import clarion.ejb.segmentation.ClusterRow;
import clarion.ejb.segmentation.ClusterTraffic;
import clarion.ejb.segmentation.DecisionRow;
import clarion.ejb.segmentation.MemberRow;
import clarion.ejb.segmentation.MoveRow;
import clarion.ejb.segmentation.RunComparison;
import clarion.ejb.segmentation.SegmentMap;
import clarion.ejb.segmentation.SegmentRun;
import clarion.ejb.segmentation.SegmentationStatus;
import clarion.ejb.segmentation.SgtRecommendation;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.ConnectorStatus;
import clarion.web.access.AccountView;
import clarion.web.access.LoginView;
import clarion.web.access.MeView;
import clarion.web.access.TokenView;
import clarion.web.audit.AuditEntryView;
import clarion.web.connectors.GapView;
import clarion.web.connectors.LedgerView;
import clarion.web.connectors.PxGridView;
import clarion.web.connectors.QuarantineView;
import clarion.web.connectors.QueueView;
import clarion.web.connectors.ReconcileView;
import clarion.web.connectors.ReplayView;
import clarion.web.connectors.ReplaysView;
import clarion.web.devices.AncOperationView;
import clarion.web.devices.AssetView;
import clarion.web.devices.DeviceView;
import clarion.web.devices.EndpointView;
import clarion.web.devices.ProfileView;
import clarion.web.devices.QuarantinedDeviceView;
import clarion.web.devices.RadiusFailureView;
import clarion.web.devices.SightingView;
import clarion.web.flows.ConversationView;
import clarion.web.flows.ExporterView;
import clarion.web.flows.FlowBucketView;
import clarion.web.flows.SgtFindingView;
import clarion.web.flows.TrafficGroupsView;
import clarion.web.flows.TrafficView;
import clarion.web.groups.AclView;
import clarion.web.groups.SecurityGroupView;
import clarion.web.groups.SxpBindingView;
import clarion.web.groups.VirtualNetworkView;
import clarion.web.listing.FacetsView;
import clarion.web.policy.MatrixView;
import clarion.web.policy.PolicyCellView;
import clarion.web.policy.PolicyDownloadView;
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
            AclView.class,
            AncOperationView.class,
            AssetView.class,
            AuditEntryView.class,
            CheckReport.class,
            ClarionStatus.class,
            ConnectorStatus.class,
            ConversationView.class,
            DeviceView.class,
            EndpointView.class,
            ExporterView.class,
            FacetsView.class,
            FlowBucketView.class,
            FlowGroups.class,
            FlowImport.class,
            FlowStatus.class,
            FlowTraffic.class,
            GapView.class,
            HealthReport.class,
            LedgerView.class,
            LoginView.class,
            MeView.class,
            MatrixView.class,
            PolicyCellView.class,
            PolicyDownloadView.class,
            ProfileView.class,
            PxGridView.class,
            QuarantineView.class,
            QuarantinedDeviceView.class,
            QueueBoard.class,
            QueueView.class,
            RadiusFailureView.class,
            ReconcilePlan.class,
            ReconcileRun.class,
            ReconcileView.class,
            ReplayView.class,
            ReplaysView.class,
            SecurityGroupView.class,
            SessionActivityView.class,
            SgtFindingView.class,
            TrafficGroupsView.class,
            TrafficView.class,
            SessionView.class,
            SightingView.class,
            SxpBindingView.class,
            TokenView.class,
            TopicLedger.class,
            UserView.class,
            VirtualNetworkView.class,
            ClusterDetail.class,
            ClusterRow.class,
            ClusterTraffic.class,
            DecisionRow.class,
            MemberRow.class,
            MoveRow.class,
            RunComparison.class,
            SegmentMap.class,
            SegmentRun.class,
            SegmentationStatus.class,
            SgtRecommendation.class);

    /** The lists, by path, and what they are lists of. */
    static final Map<String, Class<?>> LISTS = Map.ofEntries(
            Map.entry("/api/v1/sessions", SessionView.class),
            Map.entry("/api/v1/devices", DeviceView.class),
            Map.entry("/api/v1/devices/{mac}/sessions", SessionView.class),
            Map.entry("/api/v1/devices/{mac}/failures", RadiusFailureView.class),
            Map.entry("/api/v1/devices/failures", RadiusFailureView.class),
            Map.entry("/api/v1/devices/{mac}/anc", AncOperationView.class),
            Map.entry("/api/v1/devices/anc", AncOperationView.class),
            Map.entry("/api/v1/policy/matrices", MatrixView.class),
            Map.entry("/api/v1/devices/quarantined", QuarantinedDeviceView.class),
            Map.entry("/api/v1/devices/profiles", ProfileView.class),
            Map.entry("/api/v1/devices/endpoints", EndpointView.class),
            Map.entry("/api/v1/devices/assets", AssetView.class),
            Map.entry("/api/v1/users", UserView.class),
            Map.entry("/api/v1/users/{id}/devices", DeviceView.class),
            Map.entry("/api/v1/users/{id}/sessions", SessionView.class),
            Map.entry("/api/v1/flows/conversations", ConversationView.class),
            Map.entry("/api/v1/flows/conversations/new", ConversationView.class),
            Map.entry("/api/v1/flows/conversations/{id}/buckets", FlowBucketView.class),
            Map.entry("/api/v1/flows/exporters", ExporterView.class),
            Map.entry("/api/v1/flows/imports", FlowImport.class),
            Map.entry("/api/v1/flows/findings", SgtFindingView.class),
            Map.entry("/api/v1/segmentation/runs", SegmentRun.class),
            Map.entry("/api/v1/segmentation/runs/{id}/moves", MoveRow.class),
            Map.entry("/api/v1/segmentation/clusters", ClusterRow.class),
            Map.entry("/api/v1/segmentation/clusters/{id}/members", MemberRow.class),
            Map.entry("/api/v1/segmentation/members", MemberRow.class),
            Map.entry("/api/v1/segmentation/decisions", DecisionRow.class),
            Map.entry("/api/v1/groups", SecurityGroupView.class),
            Map.entry("/api/v1/groups/acls", AclView.class),
            Map.entry("/api/v1/groups/virtual-networks", VirtualNetworkView.class),
            Map.entry("/api/v1/groups/bindings", SxpBindingView.class),
            Map.entry("/api/v1/policy/cells", PolicyCellView.class),
            Map.entry("/api/v1/policy/downloads", PolicyDownloadView.class),
            Map.entry("/api/v1/access/accounts", AccountView.class),
            Map.entry("/api/v1/access/tokens", TokenView.class),
            Map.entry("/api/v1/audit", AuditEntryView.class),
            Map.entry("/api/v1/connectors/pxgrid/gaps", GapView.class),
            Map.entry("/api/v1/connectors/pxgrid/reconciles", ReconcileView.class),
            Map.entry("/api/v1/connectors/pxgrid/quarantine", QuarantineView.class));

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
