package clarion.web.devices;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.devices.MacAddress;
import clarion.ejb.access.Roles;
import clarion.ejb.devices.DeviceList;
import clarion.ejb.devices.DeviceService;
import clarion.ejb.devices.DeviceTopicLists;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Scope;
import clarion.ejb.sessions.SessionList;
import clarion.ejb.sessions.SessionService;
import clarion.ejb.topics.TopicListService;
import clarion.web.listing.FacetsView;
import clarion.web.listing.ListRequest;
import clarion.web.sessions.SessionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices by MAC address. */
@Dependent
@Path("v1/devices")
@Tag(name = "devices")
public class DevicesResource {

    private final DeviceService devices;
    private final SessionService sessions;
    private final TopicListService topics;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public DevicesResource() {
        this(null, null, null);
    }

    @Inject
    public DevicesResource(DeviceService devices, SessionService sessions, TopicListService topics) {
        this.devices = devices;
        this.sessions = sessions;
        this.topics = topics;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List devices by MAC address")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(
                DeviceList.DEFINITION,
                DeviceView.class,
                query -> devices.list(query).map(DeviceView::of));
    }

    @GET
    @Path("facets")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count the matching devices by the values of some columns")
    public FacetsView facets(
            @BeanParam ListRequest request,
            @QueryParam("fields")
                    @DefaultValue("online,sgtName,profile,nasIp,authMethod")
                    @Parameter(description = "Columns separated by commas")
                    String fields) {
        ListQuery query = request.query(DeviceList.DEFINITION, Set.of("fields"));
        List<String> columns =
                Arrays.stream(fields.split(",")).map(String::strip).toList();
        return FacetsView.of(devices.facets(query, columns));
    }

    @GET
    @Path("failures")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List RADIUS failures, the newest first")
    public Response listFailures(@BeanParam ListRequest request) {
        return request.respond(
                DeviceTopicLists.FAILURES,
                RadiusFailureView.class,
                query -> topics.list(query).map(RadiusFailureView::of));
    }

    @GET
    @Path("anc")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the operations of Adaptive Network Control, the newest first")
    public Response listAnc(@BeanParam ListRequest request) {
        return request.respond(
                DeviceTopicLists.ANC,
                AncOperationView.class,
                query -> topics.list(query).map(AncOperationView::of));
    }

    @GET
    @Path("quarantined")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List endpoints under a policy of Adaptive Network Control")
    public Response listQuarantined(@BeanParam ListRequest request) {
        return request.respond(
                DeviceTopicLists.QUARANTINED,
                QuarantinedDeviceView.class,
                query -> topics.list(query).map(QuarantinedDeviceView::of));
    }

    @GET
    @Path("profiles")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the profiles of ISE's profiler, with how many devices match them")
    public Response listProfiles(@BeanParam ListRequest request) {
        return request.respond(
                DeviceTopicLists.PROFILES,
                ProfileView.class,
                query -> topics.list(query).map(ProfileView::of));
    }

    @GET
    @Path("endpoints")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List endpoints as ISE's profiler sees them")
    public Response listEndpoints(@BeanParam ListRequest request) {
        return request.respond(
                DeviceTopicLists.ENDPOINTS,
                EndpointView.class,
                query -> topics.list(query).map(EndpointView::of));
    }

    @GET
    @Path("assets")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List assets that other products told ISE about")
    public Response listAssets(@BeanParam ListRequest request) {
        return request.respond(
                DeviceTopicLists.ASSETS,
                AssetView.class,
                query -> topics.list(query).map(AssetView::of));
    }

    @GET
    @Path("{mac}")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show a device with every address, profile, place, SGT and user it was seen with")
    public DeviceView get(@PathParam("mac") String mac) {
        return DeviceView.of(devices.get(parse(mac)));
    }

    @GET
    @Path("{mac}/sessions")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the sessions of a device, the newest first")
    public Response listSessions(@PathParam("mac") String mac, @BeanParam ListRequest request) {
        MacAddress known = devices.getRow(parse(mac)).mac();
        return request.respond(
                SessionList.DEFINITION,
                SessionView.class,
                query -> sessions.listOfDevice(known, query).map(SessionView::of));
    }

    @GET
    @Path("{mac}/failures")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the RADIUS failures of a device, the newest first; one that never got in has only these")
    public Response listFailuresOfDevice(@PathParam("mac") String mac, @BeanParam ListRequest request) {
        Scope scope = DeviceTopicLists.failuresOf(parse(mac));
        return request.respond(
                DeviceTopicLists.FAILURES,
                RadiusFailureView.class,
                query -> topics.listWithin(scope, query).map(RadiusFailureView::of));
    }

    @GET
    @Path("{mac}/anc")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List what Adaptive Network Control did to a device, the newest first")
    public Response listAncOfDevice(@PathParam("mac") String mac, @BeanParam ListRequest request) {
        Scope scope = DeviceTopicLists.ancOf(parse(mac));
        return request.respond(
                DeviceTopicLists.ANC,
                AncOperationView.class,
                query -> topics.listWithin(scope, query).map(AncOperationView::of));
    }

    private static MacAddress parse(String text) {
        return MacAddress.find(text)
                .orElseThrow(() -> new ClarionException(
                        ProblemType.INVALID_PARAMETER,
                        "'" + text + "' is not a MAC address; write it like 00:1b:44:11:3a:b7 or 001b.4411.3ab7.",
                        Map.of("parameter", "mac")));
    }
}
