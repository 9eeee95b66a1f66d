package clarion.pxgrid;

/** Tests the way to ISE step by step, beside the connection that may be there. */
public interface PxGridCheck {

    /**
     * Runs a test and waits for its end, a minute at most. Where the account is not known to ISE yet, asking for it
     * makes it known there, waiting for approval, as connecting would.
     *
     * @param caller who asks; a caller runs one test at a time
     * @throws clarion.domain.ClarionException if the request is not valid, or while a test of the caller is running
     */
    CheckReport run(String caller, CheckRequest request);
}
