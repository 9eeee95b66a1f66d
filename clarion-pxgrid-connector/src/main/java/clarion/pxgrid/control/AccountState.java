package clarion.pxgrid.control;

import clarion.pxgrid.wire.ControlWire;

/** The account's state as AccountActivate answers it; an unknown one counts as pending. */
public enum AccountState {
    ENABLED,
    PENDING,
    DISABLED;

    static AccountState of(String wireName) {
        return switch (wireName) {
            case ControlWire.STATE_ENABLED -> ENABLED;
            case ControlWire.STATE_DISABLED -> DISABLED;
            default -> PENDING;
        };
    }
}
