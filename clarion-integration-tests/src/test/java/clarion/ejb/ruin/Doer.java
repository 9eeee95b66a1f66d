package clarion.ejb.ruin;

import clarion.pxgrid.ruin.Storing;
import clarion.web.ruin.Things;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;

/** A service that is not called one, knows the connector's inside and the web, and is injected behind its back. */
@Stateless
@NullUnmarked
public class Doer {

    @Inject
    Storing connector;

    @Inject
    Things things;
}
