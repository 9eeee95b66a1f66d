package clarion.ejb.segmentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an endpoint beside its traffic.
 *
 * @param mac canonical
 * @param profile as ISE's profiler says
 * @param adGroup of the groups that its user is in, the one that tells most
 * @param adGroups all of them
 * @param sgtName the SGT that its session has, which is no ground for grouping
 */
record Endpoint(
        String mac,
        @Nullable String profile,
        @Nullable String os,
        @Nullable String adGroup,
        List<String> adGroups,
        @Nullable String deviceType,
        @Nullable String vlan,
        @Nullable String sgtName,
        @Nullable Long userId) {

    /** Nothing is known but that it talks. */
    static Endpoint unknown(String mac) {
        return new Endpoint(mac, null, null, null, List.of(), null, null, null, null);
    }

    /** The same with the group that tells most. */
    Endpoint in(@Nullable String group) {
        return new Endpoint(mac, profile, os, group, adGroups, deviceType, vlan, sgtName, userId);
    }

    /** What can be said of it as name and value. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        put(attributes, "profile", profile);
        put(attributes, "group", adGroup);
        put(attributes, "os", os);
        put(attributes, "deviceType", deviceType);
        put(attributes, "vlan", vlan);
        return attributes;
    }

    boolean isUnidentified() {
        return profile == null && adGroup == null && deviceType == null;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
