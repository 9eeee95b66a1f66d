package clarion.simulator.records;

import clarion.simulator.control.CallService.Call;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.topics.IseTopic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that ISE knows beside sessions and security groups.
 *
 * @param groups the security groups, which many records name
 */
public record Records(
        Desk desk,
        SecurityGroups groups,
        TrustSecConfig trustSec,
        SxpBindings bindings,
        RadiusFailures failures,
        PolicyDownloads downloads,
        NetworkSwitches switches,
        Profiles profiles,
        Endpoints endpoints,
        Assets assets,
        Anc anc,
        SystemHealth health) {

    /** Endpoints that are remembered beside those of the campus, for tests and for addresses made up at random. */
    private static final int OTHERS = 10_000;

    /**
     * An ISE that knows nothing yet.
     *
     * @param macByIp the MAC address of the session that has an IP address
     * @param nodes of the deployment
     * @param devices of the campus
     */
    public static Records of(
            Desk desk, SecurityGroups groups, Function<String, Optional<String>> macByIp, int nodes, int devices) {
        TrustSecConfig trustSec = new TrustSecConfig(desk, groups);
        PolicyDownloads downloads = new PolicyDownloads(desk, groups, trustSec);
        return new Records(
                desk,
                groups,
                trustSec,
                new SxpBindings(desk),
                new RadiusFailures(desk),
                downloads,
                new NetworkSwitches(groups, trustSec, downloads),
                new Profiles(desk),
                new Endpoints(desk, OTHERS + 2 * devices),
                new Assets(desk),
                new Anc(desk, macByIp),
                new SystemHealth(desk, nodes));
    }

    /** The calls of every service. */
    public Map<String, Map<String, Call>> calls() {
        return Map.of(
                ServiceNode.TRUSTSEC,
                TrustSecCalls.of(trustSec, groups, desk),
                ServiceNode.POLICY,
                Map.of(),
                ServiceNode.SXP,
                bindings.calls(),
                ServiceNode.RADIUS,
                failures.calls(),
                ServiceNode.ANC,
                anc.calls(),
                ServiceNode.PROFILER,
                profiles.calls(),
                ServiceNode.SYSTEM,
                health.calls(),
                ServiceNode.MDM,
                endpoints.managedCalls(),
                ServiceNode.ENDPOINT,
                endpoints.calls());
    }

    /** The records of every kind, under the ids of their topics. */
    public Map<String, RecordSource> tables() {
        Map<String, RecordSource> tables = new LinkedHashMap<>();
        tables.put(IseTopic.SECURITY_GROUPS.id(), groups.table());
        tables.put(IseTopic.SECURITY_GROUP_ACLS.id(), trustSec.acls());
        tables.put(IseTopic.EGRESS_POLICIES.id(), trustSec.cells());
        tables.put(IseTopic.VIRTUAL_NETWORKS.id(), trustSec.networks());
        tables.put(IseTopic.SECURITY_GROUP_VN_VLANS.id(), trustSec.vlans());
        tables.put(IseTopic.POLICY_DOWNLOADS.id(), downloads.table());
        tables.put(IseTopic.SXP_BINDINGS.id(), bindings.table());
        tables.put(IseTopic.RADIUS_FAILURES.id(), failures.table());
        tables.put(IseTopic.ANC_STATUS.id(), anc.table());
        tables.put(IseTopic.PROFILES.id(), profiles.table());
        tables.put(IseTopic.MDM_ENDPOINTS.id(), endpoints.managed());
        tables.put(IseTopic.ENDPOINTS.id(), endpoints.table());
        tables.put(IseTopic.ENDPOINT_ASSETS.id(), assets.table());
        return tables;
    }
}
