package clarion.pxgrid.remote;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a process with the connection to ISE serves to the others; made by the MicroProfile REST client. */
public interface ConnectorApi extends AutoCloseable {

    /** @return {@link clarion.pxgrid.ConnectorAnswer} */
    @GET
    @Path("internal/connector/status")
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    Response status(@HeaderParam("Authorization") String bearer);

    /**
     * Steers the connector.
     *
     * @param command {@code start}, {@code stop}, {@code reload} or {@code reconcile}
     * @return {@link clarion.pxgrid.ConnectorAnswer}
     */
    @POST
    @Path("internal/connector/{command}")
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    Response command(@HeaderParam("Authorization") String bearer, @PathParam("command") String command);

    /**
     * Runs a connection test.
     *
     * @param order {@link clarion.pxgrid.CheckOrder} as JSON
     * @return {@link clarion.pxgrid.CheckReport}
     */
    @POST
    @Path("internal/connector/test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    Response test(@HeaderParam("Authorization") String bearer, String order);

    @Override
    void close();
}
