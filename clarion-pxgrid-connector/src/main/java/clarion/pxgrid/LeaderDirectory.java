package clarion.pxgrid;

import java.net.URI;
import java.util.Optional;

/** Knows where the process is that leads, as far as that was told. */
public interface LeaderDirectory {

    /** Base URL of the process that leads; empty if it did not tell, nobody leads, or nobody can be asked. */
    Optional<URI> leader();
}
