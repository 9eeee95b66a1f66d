package clarion.simulator.ers;

/** How the administrator of the simulated ISE has set its APIs. Thread-safe; a change is for the next call. */
public final class ErsSettings {

    private volatile boolean ers = true;
    private volatile boolean openApi = true;
    private volatile boolean csrf;
    private volatile boolean cascade;
    private volatile boolean approval;

    /** Whether ERS answers. ISE is installed with ERS off. */
    public boolean ers() {
        return ers;
    }

    public ErsSettings ers(boolean on) {
        ers = on;
        return this;
    }

    /** Whether the OpenAPI answers. ISE is installed with it off. */
    public boolean openApi() {
        return openApi;
    }

    public ErsSettings openApi(boolean on) {
        openApi = on;
        return this;
    }

    /** Whether writes over ERS need a CSRF token. */
    public boolean csrf() {
        return csrf;
    }

    public ErsSettings csrf(boolean on) {
        csrf = on;
        return this;
    }

    /** Whether deleting a security group deletes its cells, rather than being refused because of them. */
    public boolean cascades() {
        return cascade;
    }

    public ErsSettings cascades(boolean on) {
        cascade = on;
        return this;
    }

    /** Whether edits of the matrix wait in staging until somebody approves them. */
    public boolean approval() {
        return approval;
    }

    public ErsSettings approval(boolean on) {
        approval = on;
        return this;
    }
}
