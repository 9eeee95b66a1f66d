package clarion.simulator.records;

import clarion.simulator.SideTraffic;
import clarion.simulator.groups.GroupFeed;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionDirectory;
import clarion.simulator.sessions.SessionFields;
import clarion.simulator.sessions.UserGroups;
import clarion.simulator.topics.IseTopic;
import clarion.simulator.topics.TopicFeed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets the life of the campus show on every topic: who logs on has groups, a quarantine is an ANC operation, the
 * profiler learns, an attempt fails now and then, an administrator edits the matrix, and switches fetch it.
 */
public final class SideEffects implements SideTraffic {

    /** Events of sessions for one edit of the configuration. */
    private static final int EDIT = 60;

    private static final int FAILURE = 25;
    private static final int DOWNLOAD = 20;
    private static final int BINDING = 50;
    private static final int ASSET = 80;

    private final Records records;
    private final GroupFeed groupFeed;
    private final SessionDirectory directory;
    private final TopicFeed userGroups;
    private final SplittableRandom random;
    private final Set<String> told = new HashSet<>();
    private @Nullable IseSession before;
    private long edits;

    public SideEffects(
            Records records, GroupFeed groupFeed, SessionDirectory directory, TopicFeed userGroups, long seed) {
        this.records = records;
        this.groupFeed = groupFeed;
        this.directory = directory;
        this.userGroups = userGroups;
        this.random = new SplittableRandom(seed + 7);
        if (userGroups.topic() != IseTopic.USER_GROUPS) {
            throw new IllegalArgumentException("not the topic of user groups: " + userGroups.topic());
        }
    }

    @Override
    public void before(IseSession event) {
        before = directory.find(event.key()).orElse(null);
        if (event.state().equals(IseSession.AUTHENTICATING) && random.nextInt(FAILURE) == 0) {
            records.failures().add(failure(event));
        }
    }

    @Override
    public void after(IseSession event) {
        quarantine(before, event);
        profile(before, event);
        tellGroups(event);
        String nas = event.text(SessionFields.NAS_IP_ADDRESS);
        String group = event.text(SessionFields.CTS_SECURITY_GROUP);
        if (nas != null && group != null && random.nextInt(DOWNLOAD) == 0) {
            String reason = random.nextInt(15) == 0 ? "RBACL download timed out" : null;
            records.groups()
                    .findByName(group)
                    .ifPresent(found -> records.downloads().download(nas, found, reason));
        }
        if (random.nextInt(EDIT) == 0) {
            edit();
        }
        if (random.nextInt(BINDING) == 0) {
            bind();
        }
        if (random.nextInt(ASSET) == 0) {
            Opening.asset(records, random.nextInt(12), "1.1." + random.nextInt(100));
        }
    }

    private void quarantine(@Nullable IseSession was, IseSession event) {
        String mac = event.text(SessionFields.MAC_ADDRESS);
        String policy = event.text(SessionFields.ANC_POLICY);
        String old = was == null ? null : was.text(SessionFields.ANC_POLICY);
        if (mac == null || Objects.equals(policy, old)) {
            return;
        }
        String nas = event.text(SessionFields.NAS_IP_ADDRESS);
        if (policy != null) {
            records.anc().apply(mac, nas, policy);
        } else {
            records.anc().clear(mac, nas);
        }
    }

    private void profile(@Nullable IseSession was, IseSession event) {
        String profile = event.text(SessionFields.ENDPOINT_PROFILE);
        String old = was == null ? null : was.text(SessionFields.ENDPOINT_PROFILE);
        if (profile == null || Objects.equals(profile, old)) {
            return;
        }
        Opening.endpoint(records, event, true);
        String mac = event.text(SessionFields.MAC_ADDRESS);
        String system = event.text(SessionFields.ENDPOINT_OPERATING_SYSTEM);
        if (mac != null && system != null && (system.startsWith("iOS") || system.startsWith("Android"))) {
            records.endpoints().manage(mac, system, random.nextInt(10) > 0);
        }
    }

    private void tellGroups(IseSession event) {
        String user = event.text(SessionFields.USER_NAME);
        if (user != null && !told.contains(user)) {
            UserGroups.message(event).ifPresent(message -> {
                told.add(user);
                userGroups.publish(message);
            });
        }
    }

    private static JsonObject failure(IseSession event) {
        JsonObjectBuilder failure = Json.createObjectBuilder()
                .add("failureReason", "22056 Subject not found in the applicable identity store(s)")
                .add("messageCode", 5400)
                .add("serverName", "ise1")
                .add("authenticationMethod", "dot1x")
                .add("authenticationProtocol", "EAP-TLS")
                .add("policySetName", "Wired")
                .add("responseTime", 23)
                .add("executionSteps", Json.createArrayBuilder(List.of("11001", "11017", "15049", "22056", "11003")));
        for (String field : List.of(
                SessionFields.USER_NAME,
                SessionFields.MAC_ADDRESS,
                SessionFields.CALLING_STATION_ID,
                SessionFields.NAS_IP_ADDRESS,
                SessionFields.NAS_PORT_ID,
                SessionFields.NAS_PORT_TYPE,
                SessionFields.AUDIT_SESSION_ID)) {
            String value = event.text(field);
            if (value != null) {
                failure.add(field, value);
            }
        }
        return failure.build();
    }

    /** An administrator at work: an SGACL, a cell, a group, a network, a profile in turn. */
    private void edit() {
        edits++;
        TrustSecConfig config = records.trustSec();
        switch ((int) (edits % 5)) {
            case 0 -> config.putAcl("Permit_Web", "", "IPV4", "permit tcp dst eq " + (8000 + edits) + "\ndeny ip");
            case 1, 2 -> cell(config);
            case 3 -> {
                String name = "Project_" + edits / 5 % 20;
                SecurityGroup group = SecurityGroup.of(name, "Edit " + edits, (int) (1000 + edits / 5 % 20));
                if (records.groups().find(group.id()).isPresent() && random.nextBoolean()) {
                    groupFeed.delete(group.id());
                } else {
                    groupFeed.put(group);
                }
            }
            default -> {
                records.profiles().put("Lab-Analyser-" + edits / 5 % 10, "Lab-Device:Lab-Analyser-" + edits / 5 % 10);
                config.putNetwork("PROJECT_VN_" + edits / 5 % 10);
            }
        }
    }

    private void cell(TrustSecConfig config) {
        List<SecurityGroup> groups = records.groups().all().stream()
                .filter(group -> group.tag() != SecurityGroup.ANY)
                .toList();
        SecurityGroup source = groups.get(random.nextInt(groups.size()));
        SecurityGroup destination = groups.get(random.nextInt(groups.size()));
        Optional<JsonObject> some = config.anyCell(random.nextInt(10_000));
        if (config.cells().size() > 200 && some.isPresent()) {
            config.deleteCell(some.get().getString("id"));
        } else {
            String acl = TrustSecConfig.id("sgacl:" + (random.nextBoolean() ? "Permit_Web" : "Deny_IP"));
            config.putCell(source, destination, random.nextInt(4) == 0 ? "MONITOR" : "ENABLED", List.of(acl), "NONE");
        }
    }

    private void bind() {
        String prefix = "10.201.0." + random.nextInt(250) + "/32";
        if (records.bindings().table().find(prefix).isPresent()) {
            records.bindings().remove(prefix);
        } else {
            records.bindings().put(11 + random.nextInt(4), prefix, "10.255.0.250");
        }
    }
}
