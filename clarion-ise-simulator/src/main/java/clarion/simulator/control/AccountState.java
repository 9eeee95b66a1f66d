package clarion.simulator.control;

/** States of a pxGrid account as AccountActivate reports them. */
public enum AccountState {
    PENDING,
    ENABLED,
    DISABLED
}
