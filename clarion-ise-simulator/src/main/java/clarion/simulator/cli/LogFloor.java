package clarion.simulator.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps Jetty from writing what clients send: below INFO it logs each request's headers, with what proves who the
 * client is. It is held there, whatever the level of its parents.
 */
final class LogFloor {

    /** A logger that nobody holds forgets its level. */
    private static final List<Logger> HELD = Stream.of(
                    "org.eclipse.jetty",
                    "org.eclipse.jetty.http",
                    "org.eclipse.jetty.http.HttpParser",
                    "org.eclipse.jetty.io",
                    "org.eclipse.jetty.server",
                    "org.eclipse.jetty.util",
                    "org.eclipse.jetty.websocket",
                    "javax.net.ssl")
            .map(Logger::getLogger)
            .toList();

    private LogFloor() {}

    static void hold() {
        for (Logger logger : HELD) {
            Level own = logger.getLevel();
            if (own == null || own.intValue() < Level.INFO.intValue()) {
                logger.setLevel(Level.INFO);
            }
        }
    }
}
