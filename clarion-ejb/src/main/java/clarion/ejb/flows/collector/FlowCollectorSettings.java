package clarion.ejb.flows.collector;

import clarion.domain.flows.wire.DecoderLimits;
import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the collector listens, whom it listens to, and how much it remembers of them.
 *
 * @param port UDP port of NetFlow and IPFIX; 0 = none is opened
 * @param bind address to listen on; empty = all, IPv4 and IPv6
 * @param receiveBuffer octets that the kernel is asked to keep for each thread
 * @param threads how many receive
 * @param exporters the networks of known exporters
 * @param acceptsUnknown whether others are read, too
 * @param limits bounds of what is remembered of exporters
 */
public record FlowCollectorSettings(
        int port,
        Optional<String> bind,
        int receiveBuffer,
        int threads,
        ExporterNetworks exporters,
        boolean acceptsUnknown,
        DecoderLimits limits) {

    private static final String ACCEPTED = "accepted";

    private static final SettingKey PORT = new SettingKey(
            "clarion.flows.port",
            new SettingKind.Whole(0, 65535),
            "2055",
            "With `all` or `collector`: the UDP port that takes NetFlow v5, v9 and IPFIX, all three on the one; `0` for"
                    + " no collector.");

    private static final SettingKey BIND = new SettingKey(
            "clarion.flows.bind",
            new SettingKind.Address(),
            null,
            "The IP address that the collector listens on. Without it all of them, IPv4 and IPv6.");

    private static final SettingKey BUFFER = new SettingKey(
            "clarion.flows.receive-buffer",
            new SettingKind.Whole(65_536, 1_073_741_824),
            "33554432",
            "Octets that the kernel is asked to keep for each receiving thread. It gives no more than"
                    + " `net.core.rmem_max`; what it gave is in the log and in the metrics.");

    private static final SettingKey THREADS = new SettingKey(
            "clarion.flows.threads",
            new SettingKind.Whole(1, 32),
            "2",
            "How many threads receive and read, each with a socket of its own. The kernel gives all packets of an exporter"
                    + " to the same one.");

    private static final SettingKey EXPORTERS = new SettingKey(
            "clarion.flows.exporters",
            new SettingKind.Networks(),
            null,
            "The exporters that are known: comma-separated addresses or prefixes.");

    private static final SettingKey UNKNOWN = new SettingKey(
            "clarion.flows.unknown-exporters",
            new SettingKind.Choice(List.of(ACCEPTED, "refused")),
            ACCEPTED,
            "Whether exporters that are not in `clarion.flows.exporters` are read. Those that are refused are listed,"
                    + " with how much they sent.");

    private static final SettingKey MOST_EXPORTERS = new SettingKey(
            "clarion.flows.exporters-max",
            new SettingKind.Whole(1, 100_000),
            "10000",
            "How many exporters one process remembers. Beyond it an unknown one is taken only once another has been"
                    + " silent for ten minutes.");

    private static final SettingKey TEMPLATES = new SettingKey(
            "clarion.flows.templates-max",
            new SettingKind.Whole(1, 65_536),
            "1024",
            "How many templates one exporter may have; beyond it those that were not used for longest are forgotten.");

    private static final SettingKey EXPIRY = new SettingKey(
            "clarion.flows.template-expiry",
            new SettingKind.Time(Duration.ofMinutes(1), Duration.ofDays(7)),
            "PT2H",
            "A template that its exporter has not sent for so long is forgotten. Set it to at least three times the"
                    + " exporters' template timeout.");

    private static final SettingKey CLOCK = new SettingKey(
            "clarion.flows.clock-tolerance",
            new SettingKind.Time(Duration.ofSeconds(1), Duration.ofHours(1)),
            "PT2M",
            "How far an exporter's clock may differ from Clarion's. Beyond it the time of arrival counts, and what is"
                    + " affected is marked.");

    private static final SettingKey OLDEST = new SettingKey(
            "clarion.flows.oldest",
            new SettingKind.Time(Duration.ofMinutes(5), Duration.ofDays(7)),
            "PT24H",
            "How long before its arrival a flow may have ended; for what claims to be older, the time of arrival counts.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS =
            List.of(PORT, BIND, BUFFER, THREADS, EXPORTERS, UNKNOWN, MOST_EXPORTERS, TEMPLATES, EXPIRY, CLOCK, OLDEST);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static FlowCollectorSettings from(Config config) {
        DecoderLimits standard = DecoderLimits.DEFAULT;
        return new FlowCollectorSettings(
                number(config, PORT),
                find(config, BIND),
                number(config, BUFFER),
                number(config, THREADS),
                new ExporterNetworks(get(config, EXPORTERS)),
                get(config, UNKNOWN).equals(ACCEPTED),
                new DecoderLimits(
                        number(config, MOST_EXPORTERS),
                        number(config, TEMPLATES),
                        standard.templateFields(),
                        Duration.parse(get(config, EXPIRY)),
                        standard.pendingBytes(),
                        standard.pendingBytesOfAll(),
                        standard.pendingWait(),
                        standard.names(),
                        standard.namesOfAll(),
                        Duration.parse(get(config, CLOCK)),
                        Duration.parse(get(config, OLDEST))));
    }

    /** True if there is a port to listen on. */
    public boolean isOn() {
        return port != 0;
    }

    private static int number(Config config, SettingKey key) {
        return Integer.parseInt(get(config, key));
    }

    private static String get(Config config, SettingKey key) {
        String fallback = key.defaultValue();
        return find(config, key).orElse(fallback == null ? "" : fallback);
    }

    private static Optional<String> find(Config config, SettingKey key) {
        return config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
