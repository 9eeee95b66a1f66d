package clarion.ejb.ruin;

import clarion.pxgrid.ruin.Storing;
import clarion.web.ruin.Things;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;

/**
 * A service that is not called one, knows the connector's inside and the web, is injected behind its back, and logs
 * without saying why.
 */
@Stateless
@NullUnmarked
public class Doer {

    static final System.Logger LOG = System.getLogger("doer");

    @Inject
    Storing connector;

    @Inject
    Things things;
}
