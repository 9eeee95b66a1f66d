package clarion.web.ruin;

import clarion.pxgrid.ruin.Storing;
import clarion.web.wall.ruin.Brick;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that is not called one, queries, knows the connector's inside, and forgets who may call it. */
@Path("things")
public class Things {

    private final EntityManager entities;

    public Things(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    public Brick get() {
        return new Brick(Storing.class.getName() + entities);
    }
}
