package clarion.simulator.traffic;

import org.jspecify.annotations.Nullable;

/**
 * That devices of one role use a service of another.
 *
 * @param number 0 and up, in the order of the model
 * @param client who asks; null for the internet
 * @param server who answers; null for the internet
 * @param service what for
 * @param perDay conversations a day of each client, or with {@code pull} of each server; of a rare relation the share
 *     of clients that ask on one of its days
 * @param pull whether servers are asked in turn, each so often, by any client; the internet as a client always pulls
 * @param rare whether it is asked on few days and by few only, and yet is legitimate
 * @param near whether servers in the client's own building are asked
 * @param rhythm when, if not when the client is there
 */
public record Relation(
        int number,
        @Nullable Role client,
        @Nullable Role server,
        Service service,
        double perDay,
        boolean pull,
        boolean rare,
        boolean near,
        @Nullable Rhythm rhythm) {

    /** How the internet is called where roles are named. */
    public static final String EXTERNAL = "EXTERNAL";

    public Relation {
        if (client == null && !pull || client == null && server == null) {
            throw new IllegalArgumentException("the internet asks servers only, by pull: " + service.name());
        }
    }

    /** The role whose devices are gone through: the client, or with {@code pull} the server. */
    public Role driver() {
        Role role = pull ? server : client;
        if (role == null) {
            throw new IllegalStateException("a relation of the internet with itself");
        }
        return role;
    }

    /** When conversations happen. */
    public Rhythm when() {
        return rhythm == null ? driver().rhythm() : rhythm;
    }

    public String clientName() {
        return client == null ? EXTERNAL : client.name();
    }

    public String serverName() {
        return server == null ? EXTERNAL : server.name();
    }
}
