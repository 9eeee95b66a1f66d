package clarion.pxgrid.life;

import clarion.pxgrid.faults.PxGridException;
import java.time.Duration;
import java.time.Instant;

/** Where a topic's missing part is fetched. A call runs in the calling thread until the answer has been read. */
interface Source<E> {

    /** How much earlier than the last event a recovery begins: for topics whose events need not carry ISE's time. */
    default Duration margin() {
        return Duration.ZERO;
    }

    /** True if ISE can say the whole state. */
    boolean canDownload();

    /** True if ISE may be able to say what changed since a time. */
    boolean canRecover();

    /** Everything that there is. */
    void download(Page.Sink<E> sink) throws PxGridException, InterruptedException;

    /** What changed since then, that instant included. */
    void recover(Instant since, Page.Sink<E> sink) throws PxGridException, InterruptedException;
}
