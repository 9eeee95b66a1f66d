package clarion.domain.flows.text;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import java.util.Arrays;

/** Sums the fingerprint of records as they are read. Not thread-safe. */
final class Fingerprints {

    private static final long FIRST = 0x9e37_79b9_7f4a_7c15L;
    private static final long SECOND = 0xc2b2_ae3d_27d4_eb4fL;

    private final Exporters exporters;

    /** Hashes of the exporters' names by number: numbers differ between runs, names do not. */
    private long[] names = new long[0];

    private long sumHigh;
    private long sumLow;
    private long records;

    private long a;
    private long b;

    Fingerprints(Exporters exporters) {
        this.exporters = exporters;
    }

    void add(FlowBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            a = FIRST;
            b = SECOND;
            fold(batch.sourceHigh[i]);
            fold(batch.sourceLow[i]);
            fold(batch.destinationHigh[i]);
            fold(batch.destinationLow[i]);
            fold(batch.start[i]);
            fold(batch.end[i]);
            fold((long) batch.protocol[i] << 32 | batch.sourcePort[i] << 16 | batch.destinationPort[i]);
            fold((long) batch.icmp[i] << 32 ^ batch.tcpFlags[i] & 0xffff_ffffL);
            fold(batch.bytes[i]);
            fold(batch.packets[i]);
            fold(batch.reverseBytes[i]);
            fold(batch.reversePackets[i]);
            fold((long) batch.sourceSgt[i] << 32 ^ batch.destinationSgt[i] & 0xffff_ffffL);
            fold(batch.sourceMac[i]);
            fold(batch.destinationMac[i]);
            fold((long) batch.vlan[i] << 32 ^ batch.ingress[i] & 0xffff_ffffL);
            fold(batch.sampling[i]);
            fold(name(batch.exporter[i]));
            sumHigh += mix(a);
            sumLow += mix(b);
        }
        records += batch.size();
    }

    ContentFingerprint sum() {
        return new ContentFingerprint(sumHigh, sumLow, records);
    }

    private void fold(long value) {
        a = (a ^ value) * FIRST;
        a ^= a >>> 32;
        b = (Long.rotateLeft(b, 29) + value) * SECOND;
        b ^= b >>> 29;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51_afd7_ed55_8ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return mixed ^ mixed >>> 33;
    }

    private long name(int exporter) {
        if (exporter < 0) {
            return exporter;
        }
        if (exporter >= names.length) {
            names = Arrays.copyOf(names, exporter + 16);
        }
        if (names[exporter] == 0) {
            names[exporter] = mix(textHash(exporters.name(exporter))) | 1;
        }
        return names[exporter];
    }

    private static long textHash(String text) {
        long hash = SECOND;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FIRST;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
