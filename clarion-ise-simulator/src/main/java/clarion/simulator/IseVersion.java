package clarion.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ISE releases that differ in what they offer over pxGrid (Cisco pxGrid wiki, "since" of services and topics). */
public enum IseVersion {
    V2_7("2.7"),
    V3_0("3.0"),
    V3_1("3.1"),
    V3_2("3.2"),
    V3_3("3.3"),
    V3_4("3.4"),
    V3_5("3.5");

    private final String text;

    IseVersion(String text) {
        this.text = text;
    }

    /** Whether this release is {@code other} or a later one. */
    public boolean isAtLeast(IseVersion other) {
        return compareTo(other) >= 0;
    }

    /** Whether messages have sequence numbers and getSessionsForRecovery exists: from 3.0 on. */
    public boolean hasRecovery() {
        return isAtLeast(V3_0);
    }

    /** Whether subscriptions and getSessions take a filter: from 3.4 on. */
    public boolean hasFilters() {
        return isAtLeast(V3_4);
    }

    /**
     * The release of a text such as {@code 3.2}.
     *
     * @throws IllegalArgumentException naming the releases that there are
     */
    public static IseVersion parse(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such ISE release: " + text + "; there are "
                        + Arrays.stream(values()).map(IseVersion::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return text;
    }
}
