package clarion.ejb.connectors;

import clarion.domain.settings.ProcessRole;
import clarion.ejb.connectors.leadership.Fence;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What this process is among those of one Clarion. */
@ApplicationScoped
public class OwnProcess {

    private final RoleSettings settings;
    private final Fence fence;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected OwnProcess() {
        this(null, null);
    }

    @Inject
    public OwnProcess(RoleSettings settings, Fence fence) {
        this.settings = settings;
        this.fence = fence;
    }

    /** What it does. */
    public ProcessRole role() {
        return settings.role();
    }

    /** Whether it holds the connection to ISE, as far as it knows. */
    public boolean leads() {
        return fence.isOpen();
    }

    /** Whether others may ask it for the connector: it has one, and a key to know them by. */
    public boolean servesConnector() {
        return settings.role().connects() && settings.keyFile().isPresent();
    }

    /** Whether that is the key that the processes share; how long the answer takes tells nothing about it. */
    public boolean isSharedKey(String offered) {
        return settings.key().map(key -> key.matches(offered)).orElse(false);
    }
}
