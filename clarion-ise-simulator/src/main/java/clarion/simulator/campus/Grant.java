package clarion.simulator.campus;

/** How far a session has been let in. */
enum Grant {
    /** Not yet decided. */
    NONE,
    /** The computer is known, nobody is logged on. */
    MACHINE,
    /** Somebody is logged on; posture is being checked. */
    POSTURE_PENDING,
    /** Posture failed. */
    NON_COMPLIANT,
    /** On the guest network, before the portal. */
    REDIRECTED,
    FULL,
    /** An operator has applied an ANC policy. */
    QUARANTINED
}
