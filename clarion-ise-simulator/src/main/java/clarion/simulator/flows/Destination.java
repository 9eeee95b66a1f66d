package clarion.simulator.flows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where exporters send. A name is looked up by a thread of its own, again and again: a collector may come later than
 * its exporters and come back at another address, and nobody who exports waits for a name server.
 */
final class Destination implements AutoCloseable {

    /** How long an address is taken for the name's; the JVM keeps what it found for up to half a minute more. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(Destination.class.getName());

    /** Where a name is. */
    @FunctionalInterface
    interface Names {
        InetAddress find(String name) throws UnknownHostException;
    }

    private final InetSocketAddress given;
    private final Names names;
    private volatile @Nullable InetSocketAddress found;
    private @Nullable Thread thread;

    private Destination(InetSocketAddress given, Names names) {
        this.given = given;
        this.names = names;
    }

    /** @param given an address, which stays what it is, or an unresolved name, which is followed */
    static Destination of(InetSocketAddress given) {
        return of(given, InetAddress::getByName, INTERVAL);
    }

    static Destination of(InetSocketAddress given, Names names, Duration interval) {
        Destination destination = new Destination(given, names);
        if (given.isUnresolved()) {
            destination.follow(interval);
        } else {
            destination.found = given;
        }
        return destination;
    }

    /** Where it is now; empty as long as nobody knows its name. */
    Optional<InetSocketAddress> address() {
        return Optional.ofNullable(found);
    }

    /** Whether it is this machine, for certain and for ever. */
    boolean isHere() {
        return !given.isUnresolved() && given.getAddress().isLoopbackAddress();
    }

    private void follow(Duration interval) {
        Thread follower = new Thread(
                () -> {
                    try {
                        for (boolean told = false; ; Thread.sleep(interval.toMillis())) {
                            told = lookUp(told);
                        }
                    } catch (InterruptedException e) {
                        // closed
                    }
                },
                "ise-simulator-flows-to");
        follower.setDaemon(true);
        follower.start();
        thread = follower;
    }

    /**
     * Keeps what was known while a name server does not answer.
     *
     * @param told whether it has been said that the name is not known
     * @return the same, from now on
     */
    private boolean lookUp(boolean told) {
        try {
            InetSocketAddress now = new InetSocketAddress(names.find(given.getHostString()), given.getPort());
            if (!now.equals(found)) {
                LOG.log(System.Logger.Level.INFO, "event=flows-target-found target={0}", now);
                found = now;
            }
            return false;
        } catch (IOException e) {
            if (!told) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "event=flows-target-unknown target={0} next=it is looked up again and again",
                        given.getHostString());
            }
            return true;
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
