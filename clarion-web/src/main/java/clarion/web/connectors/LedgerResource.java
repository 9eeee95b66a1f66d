package clarion.web.connectors;

import clarion.ejb.access.Roles;
import clarion.ejb.connectors.LedgerLists;
import clarion.ejb.connectors.LedgerService;
import clarion.ejb.connectors.QuarantineList;
import clarion.ejb.connectors.QuarantineService;
import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.StatusService;
import clarion.ejb.topics.TopicListService;
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

/** What came from ISE and what became of it: totals, gaps, comparisons, and what was set aside. */
@Dependent
@Path("v1/connectors/pxgrid")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "connectors")
public class LedgerResource {

    private final LedgerService ledger;
    private final StatusService status;
    private final TopicListService lists;
    private final QuarantineService quarantine;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public LedgerResource() {
        this(null, null, null, null);
    }

    @Inject
    public LedgerResource(
            LedgerService ledger, StatusService status, TopicListService lists, QuarantineService quarantine) {
        this.ledger = ledger;
        this.status = status;
        this.lists = lists;
        this.quarantine = quarantine;
    }

    @GET
    @Path("ledger")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getPxGridLedger",
            summary = "How completely every topic was received",
            description = "Totals are since the database was made, and saved in the transactions of what they count.")
    public LedgerView getLedger() {
        ClarionStatus now = status.status();
        return new LedgerView(
                now.now(), now.data().liveSessions(), now.connector().lagMillis(), ledger.topics());
    }

    @GET
    @Path("gaps")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listPxGridGaps",
            summary = "List times in which something may have been missed, and how they were closed")
    public Response listGaps(@BeanParam ListRequest request) {
        return request.respond(
                LedgerLists.GAPS, GapView.class, query -> lists.list(query).map(GapView::of));
    }

    @GET
    @Path("reconciles")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listPxGridReconciles", summary = "List comparisons with ISE's bulk answers by topic")
    public Response listReconciles(@BeanParam ListRequest request) {
        return request.respond(
                LedgerLists.RECONCILES,
                ReconcileView.class,
                query -> lists.list(query).map(ReconcileView::of));
    }

    @GET
    @Path("quarantine")
    @RolesAllowed(Roles.ANALYST)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listQuarantine", summary = "List the messages that were set aside, the newest first")
    public Response listQuarantine(@BeanParam ListRequest request) {
        return request.respond(
                QuarantineList.DEFINITION,
                QuarantineView.class,
                query -> quarantine.list(query).map(QuarantineView::of));
    }
}
