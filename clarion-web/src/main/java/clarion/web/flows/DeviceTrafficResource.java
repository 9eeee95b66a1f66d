package clarion.web.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.devices.MacAddress;
import clarion.ejb.access.Roles;
import clarion.ejb.flows.FlowQueryService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The traffic of a device, also of one that ISE does not know. */
@Dependent
@Path("v1/devices/{mac}/traffic")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flows")
public class DeviceTrafficResource {

    private final FlowQueryService flows;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public DeviceTrafficResource() {
        this(null);
    }

    @Inject
    public DeviceTrafficResource(FlowQueryService flows) {
        this.flows = flows;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getDeviceTraffic", summary = "Show whom a device asked, who asked it, and for what")
    public TrafficView get(@PathParam("mac") String mac, @BeanParam WindowRequest when, @BeanParam TopRequest top) {
        MacAddress address = MacAddress.find(mac)
                .orElseThrow(() -> new ClarionException(
                        ProblemType.INVALID_PARAMETER,
                        "'" + mac + "' is not a MAC address; write it like 00:1b:44:11:3a:b7 or 001b.4411.3ab7.",
                        Map.of("parameter", "mac")));
        return TrafficView.of(flows.ofDevice(address, when.window(flows), top.most()));
    }
}
