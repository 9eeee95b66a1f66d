package clarion.simulator.ers;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/policy/network-access}: one policy set with its authorization rules, which give a group by its name.
 * The rule called Default is the last one and stays.
 */
final class AuthorizationPolicy {

    private static final String SETS = "/v1/policy/network-access/policy-set";
    private static final String RULES = SETS + "/{set}/authorization";
    private static final String SET_ID = TrustSecConfig.id("policy-set:Default");
    private static final Set<String> PROFILES = Set.of("PermitAccess", "DenyAccess", "Cisco_IP_Phones");
    private static final Set<String> CONDITIONS = Set.of(
            "ConditionAndBlock",
            "ConditionOrBlock",
            "ConditionAttributes",
            "ConditionReference",
            "LibraryConditionAndBlock",
            "LibraryConditionOrBlock",
            "LibraryConditionAttributes",
            "TimeAndDateCondition");

    private static final Schema RULE = new Schema()
            .must("name", Schema.Kind.TEXT)
            .may("rank", Schema.Kind.NUMBER)
            .may("default", Schema.Kind.FLAG)
            .may("hitCounts", Schema.Kind.NUMBER)
            .mayBeOneOf("state", "enabled", "disabled", "monitor")
            .may("condition", Schema.Kind.ANY);

    private static final Schema BODY = new Schema()
            .must("rule", Schema.Kind.ANY)
            .may("profile", Schema.Kind.TEXTS)
            .may("securityGroup", Schema.Kind.TEXT);

    private final SecurityGroups groups;
    private final List<JsonObject> rules = new ArrayList<>();

    AuthorizationPolicy(SecurityGroups groups) {
        this.groups = groups;
        JsonObject last = Json.createObjectBuilder()
                .add("id", TrustSecConfig.id("authorization:Default"))
                .add("name", "Default")
                .add("default", true)
                .add("state", "enabled")
                .add("hitCounts", 0)
                .build();
        rules.add(Json.createObjectBuilder()
                .add("rule", last)
                .add("profile", Json.createArrayBuilder().add("DenyAccess"))
                .build());
    }

    void register(OpenApiRouter router) {
        router.with(
                        "GET",
                        SETS,
                        (call, path) -> OpenApiDialect.wrap(
                                Json.createArrayBuilder().add(set()).build()))
                .with("GET", SETS + "/{set}", (call, path) -> {
                    checkSet(path.group("set"));
                    return OpenApiDialect.wrap(set());
                })
                .with("GET", "/v1/policy/network-access/security-groups", (call, path) -> securityGroups())
                .with("GET", RULES, (call, path) -> {
                    checkSet(path.group("set"));
                    JsonArrayBuilder all = Json.createArrayBuilder();
                    numbered().forEach(all::add);
                    return OpenApiDialect.wrap(all.build());
                })
                .with("POST", RULES, (call, path) -> {
                    checkSet(path.group("set"));
                    return create(call.json());
                })
                .with(
                        "GET",
                        RULES + "/{rule}",
                        (call, path) ->
                                OpenApiDialect.wrap(numbered().get(index(path.group("set"), path.group("rule")))))
                .with(
                        "PUT",
                        RULES + "/{rule}",
                        (call, path) -> update(index(path.group("set"), path.group("rule")), call.json()))
                .with(
                        "DELETE",
                        RULES + "/{rule}",
                        (call, path) -> delete(index(path.group("set"), path.group("rule"))));
    }

    /** The rule that gives a group, if one does. */
    Optional<String> user(SecurityGroup group) {
        return rules.stream()
                .filter(rule -> ErsResource.text(rule, "securityGroup", "").equals(group.name()))
                .map(rule -> "authorization rule " + rule.getJsonObject("rule").getString("name"))
                .findFirst();
    }

    private static JsonObject set() {
        return Json.createObjectBuilder()
                .add("id", SET_ID)
                .add("name", "Default")
                .add("description", "Default policy set")
                .add("default", true)
                .add("rank", 0)
                .add("state", "enabled")
                .add("hitCounts", 0)
                .add("serviceName", "Default Network Access")
                .add("isProxy", false)
                .build();
    }

    private ErsReply securityGroups() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        groups.all()
                .forEach(group ->
                        all.add(Json.createObjectBuilder().add("id", group.id()).add("name", group.name())));
        return OpenApiDialect.wrap(all.build());
    }

    private static void checkSet(String id) {
        if (!id.equals(SET_ID)) {
            throw ErsFault.notFound("Policy set not found: " + id);
        }
    }

    private int index(String set, String id) {
        checkSet(set);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).getJsonObject("rule").getString("id").equals(id)) {
                return i;
            }
        }
        throw ErsFault.notFound("Authorization rule not found: " + id);
    }

    /** The rules with their ranks, which are their places. */
    private List<JsonObject> numbered() {
        List<JsonObject> numbered = new ArrayList<>();
        for (JsonObject one : rules) {
            JsonObject rule = Json.createObjectBuilder(one.getJsonObject("rule"))
                    .add("rank", numbered.size())
                    .build();
            numbered.add(Json.createObjectBuilder(one).add("rule", rule).build());
        }
        return numbered;
    }

    private ErsReply create(JsonObject given) {
        String id = UUID.randomUUID().toString();
        JsonObject made = check(given, id, false);
        int place = Math.min(rank(given, 0), rules.size() - 1);
        rules.add(place, made);
        return new ErsReply(201, OpenApiDialect.envelope(numbered().get(place)), Map.of());
    }

    private ErsReply update(int place, JsonObject given) {
        JsonObject old = rules.get(place).getJsonObject("rule");
        boolean last = old.getBoolean("default");
        JsonObject changed = check(given, old.getString("id"), last);
        rules.remove(place);
        int next = last ? rules.size() : Math.min(rank(given, place), rules.size() - 1);
        rules.add(next, changed);
        return OpenApiDialect.wrap(numbered().get(next));
    }

    private ErsReply delete(int place) {
        if (rules.get(place).getJsonObject("rule").getBoolean("default")) {
            throw ErsFault.invalid("The default rule cannot be deleted");
        }
        String id = rules.remove(place).getJsonObject("rule").getString("id");
        return OpenApiDialect.wrap(Json.createObjectBuilder().add("id", id).build());
    }

    private static int rank(JsonObject given, int otherwise) {
        return given.getJsonObject("rule").getInt("rank", otherwise);
    }

    private JsonObject check(JsonObject given, String id, boolean last) {
        BODY.check(given, false, Set.of());
        if (!(given.get("rule") instanceof JsonObject rule)) {
            throw ErsFault.schema("rule must be an object");
        }
        RULE.check(rule, false, Set.of());
        String name = rule.getString("name");
        boolean taken = rules.stream()
                .map(one -> one.getJsonObject("rule"))
                .anyMatch(one -> one.getString("name").equals(name)
                        && !one.getString("id").equals(id));
        if (taken) {
            throw ErsFault.invalid("A rule with the name " + name + " already exists");
        }
        if (!last) {
            condition(rule.get("condition"));
        }
        JsonArray profiles = given.getJsonArray("profile");
        for (JsonString profile : profiles == null ? List.<JsonString>of() : profiles.getValuesAs(JsonString.class)) {
            if (!PROFILES.contains(profile.getString())) {
                throw ErsFault.invalid("There is no authorization profile " + profile.getString());
            }
        }
        String group = ErsResource.text(given, "securityGroup", "");
        if (!group.isEmpty() && groups.findByName(group).isEmpty()) {
            throw ErsFault.invalid("There is no Security Group with the name " + group);
        }
        if (group.isEmpty() && (profiles == null || profiles.isEmpty())) {
            throw ErsFault.invalid("A rule gives a profile or a securityGroup");
        }
        JsonObjectBuilder kept = Json.createObjectBuilder(rule)
                .add("id", id)
                .add("default", last)
                .add("hitCounts", 0)
                .add("state", ErsResource.text(rule, "state", "enabled"));
        return Json.createObjectBuilder(given).add("rule", kept).build();
    }

    private static void condition(@Nullable JsonValue value) {
        if (!(value instanceof JsonObject condition)) {
            throw ErsFault.missing("condition");
        }
        String type = ErsResource.text(condition, "conditionType", "");
        if (!CONDITIONS.contains(type)) {
            throw ErsFault.invalid("No such conditionType: '" + type + "'");
        }
        if (type.equals("ConditionAttributes")) {
            for (String field : List.of("dictionaryName", "attributeName", "operator", "attributeValue")) {
                if (ErsResource.text(condition, field, "").isBlank()) {
                    throw ErsFault.missing(field);
                }
            }
        } else if (type.equals("ConditionAndBlock") || type.equals("ConditionOrBlock")) {
            if (!(condition.get("children") instanceof JsonArray children) || children.size() < 2) {
                throw ErsFault.invalid(type + " needs two children or more");
            }
            children.forEach(AuthorizationPolicy::condition);
        }
    }
}
