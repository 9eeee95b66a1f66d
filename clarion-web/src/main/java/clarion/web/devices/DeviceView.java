package clarion.web.devices;

import clarion.ejb.devices.DeviceDetail;
import clarion.ejb.devices.DeviceRow;
import clarion.ejb.devices.SightingKind;
import clarion.web.listing.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device on the wire: what its newest session says.
 *
 * @param addresses every address seen, the newest first; in the detail only, as the other lists
 */
public record DeviceView(
        String mac,
        boolean online,
        long liveSessions,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable String ip,
        @Nullable String profile,
        @Nullable String os,
        @Nullable String nasIp,
        @Nullable String nasPort,
        @Nullable String ssid,
        @Nullable Long sgt,
        @Nullable String sgtName,
        @Nullable String user,
        @Nullable String userId,
        @Nullable String userName,
        @Nullable String authMethod,
        @Nullable List<SightingView> addresses,
        @Nullable List<SightingView> profiles,
        @Nullable List<SightingView> places,
        @Nullable List<SightingView> sgts,
        @Nullable List<SightingView> users) {

    public static DeviceView of(DeviceRow row) {
        return of(row, null, null, null, null, null);
    }

    public static DeviceView of(DeviceDetail detail) {
        return of(
                detail.device(),
                sightings(detail, SightingKind.ADDRESS),
                sightings(detail, SightingKind.PROFILE),
                sightings(detail, SightingKind.PLACE),
                sightings(detail, SightingKind.SGT),
                sightings(detail, SightingKind.USER));
    }

    private static List<SightingView> sightings(DeviceDetail detail, SightingKind kind) {
        return SightingView.of(detail.sightings().getOrDefault(kind, List.of()));
    }

    private static DeviceView of(
            DeviceRow row,
            @Nullable List<SightingView> addresses,
            @Nullable List<SightingView> profiles,
            @Nullable List<SightingView> places,
            @Nullable List<SightingView> sgts,
            @Nullable List<SightingView> users) {
        return new DeviceView(
                row.mac().toString(),
                row.online(),
                row.liveSessions(),
                row.firstSeen(),
                row.lastSeen(),
                Texts.of(row.ip()),
                row.profile(),
                row.os(),
                Texts.of(row.nasIp()),
                row.nasPort(),
                row.ssid(),
                row.sgt(),
                row.sgtName(),
                row.user(),
                Texts.of(row.userId()),
                row.userName(),
                row.authMethod(),
                addresses,
                profiles,
                places,
                sgts,
                users);
    }
}
