package clarion.domain.flows.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one observation domain (IPFIX), source id (version 9) or engine (version 5) of an exporter, each
 * protocol version for itself. Guarded by its {@link ExporterState}.
 */
final class DomainState {

    final int version;
    final long id;
    final Map<Integer, Template> templates = new HashMap<>();
    final Sequence sequence = new Sequence();

    /** When the exporter's network part was initialised, in milliseconds since 1970 UTC; or none. */
    long systemStart = RecordScratch.NONE;

    /** True once ICMP's type and code were seen in the destination port. */
    boolean icmpInPort;

    long packets;
    long records;
    long missing;
    long unknownSamplers;
    long lastSeen;

    private final RateTable samplers = new RateTable(DecoderLimits.SAMPLERS);
    private final RateTable interfaces = new RateTable(DecoderLimits.SAMPLERS);
    private int rate;

    /** Domain 0 of the same version, whose options are those of all (RFC 7011, 3.1); null for itself. */
    private final @Nullable DomainState all;

    DomainState(int version, long id, @Nullable DomainState all) {
        this.version = version;
        this.id = id;
        this.all = all;
    }

    /** The interval of a sampler; 0 where no options record has told of it. */
    int samplerRate(long sampler) {
        int known = samplers.find(sampler);
        if (known == 0 && all != null) {
            known = all.samplers.find(sampler);
        }
        if (known == 0 && sampler != 0) {
            unknownSamplers++;
        }
        return known;
    }

    /** The interval of an interface, or else of the whole domain; 0 where no options record has told of it. */
    int interfaceRate(int index) {
        if (!interfaces.isEmpty()) {
            int known = interfaces.find(index);
            if (known > 0) {
                return known;
            }
        }
        return rate != 0 || all == null ? rate : all.rate;
    }

    void sampler(long sampler, int interval) {
        samplers.put(sampler, interval);
    }

    void interfaceSampling(long index, int interval) {
        interfaces.put(index, interval);
    }

    void sampling(int interval) {
        rate = interval;
    }
}
