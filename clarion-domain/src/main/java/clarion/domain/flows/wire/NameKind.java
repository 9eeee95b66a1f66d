package clarion.domain.flows.wire;

/** What exporters name in options data. */
public enum NameKind {
    /** Interfaces by their number; elements 10 and 82. */
    INTERFACE,
    /** Applications by their id; elements 95 and 96. */
    APPLICATION,
    /** VRFs by their id; elements 234, 235 and 236. */
    VRF,
    /** Security groups by their SGT; Cisco's elements 1232 to 1235. */
    GROUP
}
