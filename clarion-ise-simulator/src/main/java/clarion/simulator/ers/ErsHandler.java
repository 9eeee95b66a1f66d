package clarion.simulator.ers;

import clarion.simulator.control.Accounts;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.http.Answers;
import clarion.simulator.http.BasicCredentials;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * ERS: {@code /ers/config/sgt}, a page of names as the real one lists them, and a group by its id, read only; and the
 * approval of pxGrid accounts.
 */
public final class ErsHandler extends Handler.Abstract {

    private static final String SGT = "/ers/config/sgt";
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;
    private static final String RESOURCE = "application/json";

    private final SecurityGroups groups;
    private final PxGridNodesHandler nodes;
    private final ErsCredentials credentials;

    public ErsHandler(SecurityGroups groups, Accounts accounts, ErsCredentials credentials) {
        this.nodes = new PxGridNodesHandler(accounts);
        this.groups = groups;
        this.credentials = credentials;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<BasicCredentials> given = BasicCredentials.of(request);
        String path = Request.getPathInContext(request);
        if (given.isEmpty()
                || !credentials.match(given.get().name(), given.get().password())) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Login to ISE ERS\"");
            fault(request, response, callback, 401, "Unauthorized", "UNAUTHORIZED");
        } else if (nodes.handle(request, response, callback)) {
            return true;
        } else if (!path.equals(SGT) && !path.startsWith(SGT + "/")) {
            fault(request, response, callback, 404, "Resource not found", "Resource not found exception");
        } else if (!request.getMethod().equals("GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET");
            fault(request, response, callback, 405, "Method not allowed", "Unsupported method exception");
        } else if (path.equals(SGT)) {
            list(request, response, callback);
        } else {
            groups.find(path.substring(SGT.length() + 1))
                    .ifPresentOrElse(
                            group -> Answers.json(response, callback, 200, whole(request, group)),
                            () -> fault(
                                    request,
                                    response,
                                    callback,
                                    404,
                                    "Security Group with this ID does not exist",
                                    "Resource not found exception"));
        }
        return true;
    }

    private void list(Request request, Response response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        int size = number(query, "size", DEFAULT_SIZE);
        int page = number(query, "page", 1);
        boolean known = query.getNames().stream().allMatch(name -> name.equals("size") || name.equals("page"));
        if (!known || size < 1 || size > MAX_SIZE || page < 1) {
            fault(
                    request,
                    response,
                    callback,
                    400,
                    "only size=1..100 and page=1.. are supported",
                    "Query validation exception");
            return;
        }
        List<SecurityGroup> all = groups.all();
        long from = Math.min((page - 1L) * size, all.size());
        long to = Math.min(from + size, all.size());
        JsonArrayBuilder resources = Json.createArrayBuilder();
        for (SecurityGroup group : all.subList((int) from, (int) to)) {
            resources.add(Json.createObjectBuilder()
                    .add("id", group.id())
                    .add("name", group.name())
                    .add("description", group.description())
                    .add("link", link("self", base(request) + "/" + group.id())));
        }
        JsonObjectBuilder result =
                Json.createObjectBuilder().add("total", all.size()).add("resources", resources);
        String other = base(request) + "?size=" + size + "&page=";
        if (to < all.size()) {
            result.add("nextPage", link("next", other + (page + 1)));
        }
        if (page > 1) {
            result.add("previousPage", link("previous", other + (page - 1)));
        }
        Answers.json(
                response,
                callback,
                200,
                Json.createObjectBuilder().add("SearchResult", result).build());
    }

    private static JsonObject whole(Request request, SecurityGroup group) {
        JsonObjectBuilder sgt = Json.createObjectBuilder()
                .add("id", group.id())
                .add("name", group.name())
                .add("description", group.description())
                .add("value", group.tag())
                .add("generationId", "0")
                .add("propogateToApic", false)
                .add("defaultSGACLs", Json.createArrayBuilder())
                .add("link", link("self", base(request) + "/" + group.id()));
        return Json.createObjectBuilder().add("Sgt", sgt).build();
    }

    private static void fault(
            Request request, Response response, Callback callback, int status, String title, String code) {
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("title", title)
                .add("type", "ERROR")
                .add("code", code);
        String path = Request.getPathInContext(request);
        String operation = request.getMethod()
                + (path.equals(SGT) ? "-getAll-sgt" : path.startsWith(SGT + "/") ? "-getById-sgt" : "-" + path);
        JsonObjectBuilder error = Json.createObjectBuilder()
                .add("operation", operation)
                .add("messages", Json.createArrayBuilder().add(message))
                .add("link", link("related", request.getHttpURI().asString()));
        Answers.json(
                response,
                callback,
                status,
                Json.createObjectBuilder().add("ERSResponse", error).build());
    }

    private static JsonObject link(String relation, String href) {
        return Json.createObjectBuilder()
                .add("rel", relation)
                .add("href", href)
                .add("type", RESOURCE)
                .build();
    }

    private static String base(Request request) {
        return "https://" + request.getHttpURI().getAuthority() + SGT;
    }

    private static int number(Fields query, String name, int otherwise) {
        String text = query.getValue(name);
        if (text == null) {
            return otherwise;
        }
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
