package clarion.domain.flows.wire;

import java.time.Duration;

/**
 * How much the decoder remembers, whatever it is sent.
 *
 * @param exporters how many exporters are told apart at a time
 * @param templates templates of one exporter, over all its observation domains
 * @param templateFields fields of the templates of all exporters together; one takes up to 12 octets
 * @param templateExpiry a template that was not sent for so long is forgotten
 * @param pendingBytes octets of data of one exporter that wait for their template
 * @param pendingBytesOfAll likewise, of all exporters together
 * @param pendingWait how long they wait
 * @param names names of interfaces, groups and so on of one exporter, of each kind
 * @param namesOfAll names of all exporters together
 * @param clockTolerance how far an exporter's clock may be off before the time of arrival counts
 * @param oldestFlow how long before its arrival a flow may have ended
 */
public record DecoderLimits(
        int exporters,
        int templates,
        int templateFields,
        Duration templateExpiry,
        int pendingBytes,
        int pendingBytesOfAll,
        Duration pendingWait,
        int names,
        int namesOfAll,
        Duration clockTolerance,
        Duration oldestFlow) {

    /** Domains of one exporter; beyond it the one that was silent longest is forgotten. */
    static final int DOMAINS = 256;

    /** Fields of one template; real ones have up to about a hundred. */
    static final int FIELDS = 512;

    /** Samplers of one domain. */
    static final int SAMPLERS = 256;

    /** Octets of a name. */
    static final int NAME = 128;

    /** What an installation has that says nothing else. */
    public static final DecoderLimits DEFAULT = new DecoderLimits(
            10_000,
            1_024,
            2_000_000,
            Duration.ofHours(2),
            262_144,
            33_554_432,
            Duration.ofMinutes(10),
            4_096,
            200_000,
            Duration.ofMinutes(2),
            Duration.ofHours(24));

    public DecoderLimits {
        atLeast("exporters", exporters, 1);
        atLeast("templates", templates, 1);
        atLeast("templateFields", templateFields, FIELDS);
        atLeast("pendingBytes", pendingBytes, 0);
        atLeast("pendingBytesOfAll", pendingBytesOfAll, 0);
        atLeast("names", names, 0);
        atLeast("namesOfAll", namesOfAll, 0);
        atLeast("templateExpiry in seconds", templateExpiry.toSeconds(), 1);
        atLeast("pendingWait in seconds", pendingWait.toSeconds(), 1);
        atLeast("clockTolerance in seconds", clockTolerance.toSeconds(), 1);
        atLeast("oldestFlow in seconds", oldestFlow.toSeconds(), 1);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is at least " + least + ", not " + value);
        }
    }
}
