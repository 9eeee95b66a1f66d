package clarion.ejb.devices;

/** What can be seen of a device besides its MAC address. */
public enum SightingKind {
    ADDRESS,
    PROFILE,
    /** Switch and port, or controller and wireless network. */
    PLACE,
    SGT,
    USER
}
