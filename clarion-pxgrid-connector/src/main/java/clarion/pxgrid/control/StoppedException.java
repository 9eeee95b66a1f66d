package clarion.pxgrid.control;

/** The connector is to stop; the work at hand is left. An orderly interruption, hence the kind. */
public final class StoppedException extends InterruptedException {

    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped");
    }
}
