package clarion.web.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.ejb.flows.FlowImport;
import clarion.ejb.flows.FlowImportList;
import clarion.ejb.flows.FlowImportService;
import clarion.web.access.Caller;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of flows. */
@Dependent
@Path("v1/flows/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flows")
public class FlowImportsResource {

    private static final int LONGEST_NAME = 200;

    private final FlowImportService imports;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public FlowImportsResource() {
        this(null);
    }

    @Inject
    public FlowImportsResource(FlowImportService imports) {
        this.imports = imports;
    }

    @POST
    @RolesAllowed(Roles.ENGINEER)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "importFlows",
            summary = "Import a file of flows: CSV, NDJSON or nfdump's CSV, gzipped or not",
            description =
                    "The file is recognised by its content. It is imported whole or not at all, and the same content once.")
    @APIResponse(
            responseCode = "202",
            description = "Taken; the import tells how far it is",
            content = @Content(schema = @Schema(implementation = FlowImport.class)))
    public Response send(
            @QueryParam("name")
                    @Parameter(description = "As which it is listed", example = "core-2026-11-03.csv.gz")
                    @Nullable
                    String name,
            InputStream body,
            @Context HttpServletRequest request) {
        String shown = name == null || name.isBlank() ? "flows" : name.strip();
        if (shown.length() > LONGEST_NAME) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER, "Parameter name: at most " + LONGEST_NAME + " characters.");
        }
        FlowImport taken = imports.submit(shown, Caller.of(request).actor(), body);
        return Response.accepted(taken)
                .location(URI.create("v1/flows/imports/" + taken.id()))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listFlowImports", summary = "List the files of flows that were sent, the newest first")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(FlowImportList.DEFINITION, FlowImport.class, imports::list);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getFlowImport", summary = "Show how far the import of a file is, and what became of it")
    public FlowImport get(@PathParam("id") long id) {
        return imports.get(id);
    }
}
