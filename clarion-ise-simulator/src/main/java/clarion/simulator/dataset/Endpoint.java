package clarion.simulator.dataset;

import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A device of a data set: what it truly is, what is believed of it, and where it is today. */
final class Endpoint {

    final int id;
    final Role role;
    final long mac;
    final int building;
    final Exporter exporter;
    final int port;

    /** How much it says, around 1. */
    double activity = 1;

    /** Whose role's profile and type an inventory gives it; null if it knows none. */
    @Nullable
    Role believed;

    /** The role that an odd device acts as half the time. */
    @Nullable
    Role second;

    /** Who owns it, an index, or -1. */
    int owner = -1;

    /** The security group it should have, and the one that it is taken for. */
    int sgt;

    int tag;

    boolean scanner;
    boolean infected;

    /** The IPv4 address it had last, or 0. */
    int lastAddress;

    /** Where it was, is and will be today, in order. */
    final List<Presence> today = new ArrayList<>(1);

    Endpoint(int id, Role role, long mac, int building, Exporter exporter, int port) {
        this.id = id;
        this.role = role;
        this.mac = mac;
        this.building = building;
        this.exporter = exporter;
        this.port = port;
    }

    /** Where it is at an instant, or null. */
    @Nullable
    Presence at(long millis) {
        for (Presence presence : today) {
            if (presence.from <= millis && millis < presence.to) {
                return presence;
            }
        }
        return null;
    }

    String deviceId() {
        return "dev-" + id;
    }

    /** What is special about it, as {@code truth/devices.csv} says it. */
    String traits() {
        StringBuilder traits = new StringBuilder();
        if (second != null) {
            traits.append("odd:").append(second.name()).append(' ');
        }
        traits.append(scanner ? "scanner " : "").append(infected ? "infected " : "");
        traits.append(tag != sgt ? "mistagged " : "").append(role.silent() ? "silent " : "");
        traits.append(role.late() ? "late " : "");
        if (!role.equals(believed)) {
            traits.append(believed == null ? "unknown-profile" : "wrong-profile");
        }
        return traits.toString().strip();
    }
}
