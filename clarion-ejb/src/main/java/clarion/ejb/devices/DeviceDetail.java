package clarion.ejb.devices;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A device with everything it was ever seen with.
 *
 * @param sightings for every kind, the newest first; at most {@value #MOST_SIGHTINGS} of each kind
 */
public record DeviceDetail(DeviceRow device, Map<SightingKind, List<Sighting>> sightings) {

    public static final int MOST_SIGHTINGS = 1000;

    /**
     * A value with the first and the last time it was reported, by ISE's clock.
     *
     * @param value an address, a profile, a place, the name of an SGT, or a user
     */
    public record Sighting(String value, Instant firstSeen, Instant lastSeen) {}
}
