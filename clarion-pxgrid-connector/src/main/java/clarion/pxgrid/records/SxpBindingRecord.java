package clarion.pxgrid.records;

import clarion.domain.groups.Sgt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address prefix and its SGT, learnt or given by SXP.
 *
 * @param prefix such as {@code 10.1.2.0/24}, canonical
 * @param sgt the tag; null only with a deletion
 * @param vpn the SXP VPN; empty for the default one
 * @param source the SXP node or speaker
 * @param peerSequence the path of speakers, as ISE writes it
 * @param deleted the binding is gone
 */
public record SxpBindingRecord(
        String prefix,
        @Nullable Sgt sgt,
        String vpn,
        @Nullable String source,
        @Nullable String peerSequence,
        boolean deleted)
        implements IseRecord {

    @Override
    public @Nullable Instant timestamp() {
        return null;
    }

    @Override
    public String key() {
        return prefix + "|" + vpn;
    }
}
