package clarion.simulator.traffic;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is not as it should be on a campus, and how much of it: a share from 0 to 1. */
public enum Imperfection {
    /** Records that never arrive. */
    LOSS(0.05),
    /** Conversations that a second switch on the path reports, too. */
    DUPLICATES(0.06),
    /** Conversations whose replies another exporter reports than their requests. */
    REPLY_ELSEWHERE(0.3),
    /** Switches that report only what comes in from their own ports. */
    ONE_WAY(0.05),
    /** Switches that look at one packet of 16. */
    SAMPLED(0),
    /** Switches that report security groups. */
    SGTS(0.7),
    /** Devices that the network takes for another group. */
    MISTAGGED(0.01),
    /** Devices with a wrong ISE profile. */
    WRONG_PROFILE(0.06),
    /** Devices with no ISE profile. */
    UNKNOWN_PROFILE(0.12),
    /** People in a wrong Active Directory group. */
    WRONG_GROUP(0.08),
    /** Devices of which half the conversations are another role's. */
    ODD(0.03),
    /** Conversations that are mistakes. */
    NOISE(0.015),
    /** Requests of legitimate conversations that nobody answers. */
    UNANSWERED(0.01),
    /** Visits at which a device gets another address than at the last. */
    CHURN(0.35),
    /** Visits of mobile devices that go on in another building. */
    ROAMING(0.15),
    /** One scanner in so many devices: the share of devices that scan. */
    SCANNERS(0.0005),
    /** Devices that are infected. */
    INFECTED(0.0002);

    private final double usual;

    Imperfection(double usual) {
        this.usual = usual;
    }

    /** How much of it there is where nothing else is said. */
    public double usual() {
        return usual;
    }

    /** As options write it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such thing; says what there is */
    public static Imperfection parse(String option) {
        return Arrays.stream(values())
                .filter(one -> one.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("what can be wrong is "
                        + Arrays.stream(values()).map(Imperfection::option).collect(Collectors.joining(", "))
                        + ", not " + option));
    }
}
