package clarion.web.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Adds, when the description is generated, what holds for every operation and would otherwise have to be repeated at
 * each: problems, pages, and which members are always there. The generator brings a newer MicroProfile OpenAPI than the
 * servers, so only what both know is used here; the schemas stand in {@code META-INF/openapi.yaml}.
 */
public final class ApiDocumentFilter implements OASFilter {

    private static final String LOGIN = "/api/v1/access/login";
    private static final String RESPONSE = "#/components/responses/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        WireTypes.required().forEach((name, members) -> {
            Schema schema = schemas.get(name);
            if (schema != null && !members.isEmpty()) {
                schema.setRequired(members);
            }
        });
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method.name(), operation)));
    }

    private static void complete(String path, String method, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(RESPONSE + "Problem"));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (isRefusal(status) && response.getRef() == null && response.getContent() == null) {
                response.setContent(problem());
            }
        });
        if (path.equals(LOGIN)) {
            operation.setSecurity(List.of());
        }
        Class<?> listed = WireTypes.LISTS.get(path);
        if (listed != null && method.equals("GET")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "200", OASFactory.createAPIResponse().ref(RESPONSE + listed.getSimpleName() + "Page"));
        }
    }

    private static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static Content problem() {
        Schema document = OASFactory.createSchema().ref("#/components/schemas/ProblemDocument");
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(document));
    }
}
