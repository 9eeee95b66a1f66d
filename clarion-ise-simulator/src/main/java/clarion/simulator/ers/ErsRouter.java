package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the resource of a call under {@code /ers/config/} and does with it what the method says. */
final class ErsRouter {

    static final String BASE = "/ers/config";
    private static final String TYPE = "application/json";

    private final Map<String, ErsResource> resources = new LinkedHashMap<>();
    private final IseVersion version;

    ErsRouter(IseVersion version) {
        this.version = version;
    }

    ErsRouter with(ErsResource resource) {
        resources.put(resource.name, resource);
        return this;
    }

    ErsResource resource(ErsCall call) {
        ErsResource resource = resources.get(call.segment(0));
        if (resource == null) {
            throw ErsFault.unsupportedResource(call.segment(0));
        }
        return resource;
    }

    /** Answers a call, or throws what is wrong with it. */
    ErsReply answer(ErsCall call) {
        ErsResource resource = resource(call);
        checkVersion(resource, call.header("ERS-Media-Type"));
        ErsReply action = resource.act(call);
        if (action != null) {
            return action;
        }
        List<String> path = call.segments();
        if (path.size() == 1) {
            return collection(resource, call);
        }
        String second = path.get(1);
        if (path.size() == 2 && second.equals("versioninfo") && call.method().equals("GET")) {
            return versions(resource, call);
        }
        if (path.size() == 3 && second.equals("name") && resource.verbs.contains(ErsResource.Verb.NAME)) {
            return byName(resource, call, path.get(2));
        }
        if (path.size() != 2) {
            throw ErsFault.notFound("No such path: " + String.join("/", path));
        }
        return one(resource, call, second);
    }

    private ErsReply collection(ErsResource resource, ErsCall call) {
        boolean creates = resource.verbs.contains(ErsResource.Verb.CREATE);
        if (call.method().equals("GET")) {
            return list(resource, call);
        }
        if (!call.method().equals("POST") || !creates) {
            throw ErsFault.unsupportedMethod(call.method(), creates ? "GET, POST" : "GET");
        }
        JsonObject given = call.json(resource.wrapper);
        resource.schema().check(given, false, Set.of());
        return ErsReply.created(href(resource, call) + "/" + resource.create(given));
    }

    private ErsReply byName(ErsResource resource, ErsCall call, String name) {
        if (!call.method().equals("GET")) {
            throw ErsFault.unsupportedMethod(call.method(), "GET");
        }
        return resource.all().stream()
                .filter(one -> one.getString("name").equals(name))
                .findFirst()
                .map(found -> whole(resource, call, found))
                .orElseThrow(() ->
                        ErsFault.notFound("Resource " + resource.name + " with this name does not exist: " + name));
    }

    private ErsReply one(ErsResource resource, ErsCall call, String id) {
        boolean partly = call.method().equals("PATCH");
        ErsResource.Verb verb = switch (call.method()) {
            case "PUT" -> ErsResource.Verb.UPDATE;
            case "DELETE" -> ErsResource.Verb.DELETE;
            case "PATCH" -> ErsResource.Verb.PATCH;
            default -> null;
        };
        boolean known = call.method().equals("GET")
                || verb != null && resource.verbs.contains(verb) && (!partly || version.isAtLeast(IseVersion.V3_2));
        if (!known) {
            throw ErsFault.unsupportedMethod(call.method(), "GET, PUT, DELETE");
        }
        JsonObject old = resource.find(id).orElseThrow(() -> ErsFault.notFound(resource.unknown(id)));
        if (verb == null) {
            return whole(resource, call, old);
        }
        if (verb == ErsResource.Verb.DELETE) {
            resource.delete(old);
            return ErsReply.done();
        }
        JsonObject given = call.json(resource.wrapper);
        boolean needsId = !partly && resource.name.equals("egressmatrixcell") && version.isAtLeast(IseVersion.V3_5);
        resource.schema().check(given, partly, needsId ? Set.of("id") : Set.of());
        if (!ErsResource.text(given, "id", id).equals(id)) {
            throw ErsFault.invalid("The ID in the body is not the one in the path: " + given.getString("id"));
        }
        resource.update(old, given);
        return ErsReply.ok(changes(old, resource.find(id).orElseThrow()));
    }

    private static ErsReply whole(ErsResource resource, ErsCall call, JsonObject found) {
        String href = href(resource, call) + "/" + found.getString("id");
        JsonObject object =
                Json.createObjectBuilder(found).add("link", link("self", href)).build();
        return ErsReply.ok(
                Json.createObjectBuilder().add(resource.wrapper, object).build());
    }

    /** What was updated, field by field. */
    private static JsonObject changes(JsonObject before, JsonObject after) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        after.forEach((field, value) -> {
            JsonValue old = before.getOrDefault(field, JsonValue.NULL);
            if (!old.equals(value) && !field.equals("generationId")) {
                fields.add(Json.createObjectBuilder()
                        .add("field", field)
                        .add("oldValue", ListQuery.plain(old))
                        .add("newValue", ListQuery.plain(value)));
            }
        });
        return Json.createObjectBuilder()
                .add("UpdatedFieldsList", Json.createObjectBuilder().add("updatedField", fields))
                .build();
    }

    /** A page of rows, which tell ids and names and nothing else. */
    private static ErsReply list(ErsResource resource, ErsCall call) {
        ListQuery query = new ListQuery(call.query(), resource.filters(), resource::value);
        List<JsonObject> found = new ArrayList<>(query.select(resource.all()));
        int from = (int) Math.min((query.page - 1L) * query.size, found.size());
        int to = Math.min(from + query.size, found.size());
        String href = href(resource, call);
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (JsonObject one : found.subList(from, to)) {
            rows.add(Json.createObjectBuilder()
                    .add("id", one.getString("id"))
                    .add("name", one.getString("name"))
                    .add("description", one.getString("description", ""))
                    .add("link", link("self", href + "/" + one.getString("id"))));
        }
        JsonObjectBuilder result =
                Json.createObjectBuilder().add("total", found.size()).add("resources", rows);
        if (to < found.size()) {
            result.add("nextPage", link("next", href + query.onPage(query.page + 1)));
        }
        if (query.page > 1) {
            result.add("previousPage", link("previous", href + query.onPage(query.page - 1)));
        }
        return ErsReply.ok(
                Json.createObjectBuilder().add("SearchResult", result).build());
    }

    private static ErsReply versions(ErsResource resource, ErsCall call) {
        List<String> versions = resource.versions();
        JsonObjectBuilder info = Json.createObjectBuilder()
                .add("currentServerVersion", versions.get(versions.size() - 1))
                .add("supportedVersions", String.join(",", versions))
                .add("link", link("self", href(resource, call) + "/versioninfo"));
        return ErsReply.ok(Json.createObjectBuilder().add("VersionInfo", info).build());
    }

    private static void checkVersion(ErsResource resource, String wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        boolean known = resource.versions().stream().anyMatch(one -> wanted.equals(resource.mediaType + "." + one));
        if (!known) {
            throw ErsFault.version("ERS-Media-Type " + wanted + " is not supported; there are versions "
                    + resource.versions() + " of " + resource.mediaType);
        }
    }

    private static String href(ErsResource resource, ErsCall call) {
        return call.origin() + BASE + "/" + resource.name;
    }

    private static JsonObject link(String relation, String href) {
        return Json.createObjectBuilder()
                .add("rel", relation)
                .add("href", href)
                .add("type", TYPE)
                .build();
    }

    /** The operation of a call as errors name it. */
    static String operation(ErsCall call) {
        String resource = call.segment(0);
        boolean one = call.segments().size() > 1;
        String what = switch (call.method()) {
            case "GET" -> one ? "getById" : "getAll";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "DELETE" -> "delete";
            default -> call.method().toLowerCase(java.util.Locale.ROOT);
        };
        return call.method() + "-" + what + "-" + resource;
    }
}
