package clarion.simulator.campus;

/** The VLANs of every building; each has a /20 of its own. */
enum Segment {
    DATA(110),
    VOICE(120),
    PRINT(130),
    FACILITY(140),
    MEDICAL(150),
    LAB(160),
    WIRELESS(210),
    BYOD(220),
    GUEST(230);

    private final int vlan;

    Segment(int vlan) {
        this.vlan = vlan;
    }

    /** Which sixteenth of the building's addresses belongs to this segment. */
    int block() {
        return (vlan - 110) / 10;
    }

    int vlan() {
        return vlan;
    }
}
