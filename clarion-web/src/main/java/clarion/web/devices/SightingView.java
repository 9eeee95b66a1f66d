package clarion.web.devices;

import clarion.ejb.devices.DeviceDetail;
import java.time.Instant;
import java.util.List;

/** A value that a device was seen with, and when first and last by ISE's clock. */
public record SightingView(String value, Instant firstSeen, Instant lastSeen) {

    static List<SightingView> of(List<DeviceDetail.Sighting> sightings) {
        return sightings.stream()
                .map(sighting -> new SightingView(sighting.value(), sighting.firstSeen(), sighting.lastSeen()))
                .toList();
    }
}
