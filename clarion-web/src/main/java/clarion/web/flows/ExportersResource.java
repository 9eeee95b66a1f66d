package clarion.web.flows;

import clarion.ejb.access.Roles;
import clarion.ejb.flows.collector.FlowExporterList;
import clarion.ejb.flows.collector.FlowExporterService;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The exporters that flows come from. */
@Dependent
@Path("v1/flows/exporters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flows")
public class ExportersResource {

    private final FlowExporterService exporters;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public ExportersResource() {
        this(null);
    }

    @Inject
    public ExportersResource(FlowExporterService exporters) {
        this.exporters = exporters;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listFlowExporters",
            summary = "List the exporters of flows, with their rates, losses and templates",
            description = "One for each exporter and collector. Each collector tells every ten seconds.")
    public Response listExporters(@BeanParam ListRequest request) {
        return request.respond(
                FlowExporterList.DEFINITION,
                ExporterView.class,
                query -> exporters.list(query).map(ExporterView::of));
    }
}
