package clarion.pxgrid.control;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps loggers that are not Clarion's from writing credentials. Asked by a system property, the JDK's HTTP client
 * writes every header, the Authorization header included, to {@code jdk.httpclient.HttpClient} at INFO and to its debug
 * loggers at DEBUG; its TLS writes what goes over the wire in clear to {@code javax.net.ssl} below INFO. What servers
 * make their REST clients of does the same at its finest: the JDK's {@code HttpURLConnection} (Payara) and Apache's
 * client (WildFly). These loggers are held above that, whatever the level of their parents.
 *
 * <p>What those properties make the JDK print past all loggers cannot be held back; it is warned of.
 */
public final class LogFloor {

    private static final System.Logger LOG = ContextLogger.of(LogFloor.class);

    private static final Map<String, Level> FLOORS = Map.of(
            "jdk.httpclient.HttpClient", Level.WARNING,
            "jdk.internal.httpclient.debug", Level.WARNING,
            "jdk.internal.httpclient.websocket.debug", Level.WARNING,
            "jdk.internal.httpclient.hpack.debug", Level.WARNING,
            "javax.net.ssl", Level.INFO,
            "sun.net.www.protocol.http.HttpURLConnection", Level.INFO,
            "org.apache.http.headers", Level.INFO,
            "org.apache.http.wire", Level.INFO);

    /** A logger that nobody holds forgets its level. */
    private static final List<Logger> HELD =
            FLOORS.keySet().stream().map(Logger::getLogger).toList();

    private LogFloor() {}

    /** Sets the floors; to be called before a client is made. */
    public static void hold() {
        for (Logger logger : HELD) {
            Level floor = FLOORS.getOrDefault(logger.getName(), Level.INFO);
            Level own = logger.getLevel();
            if (own == null || own.intValue() < floor.intValue()) {
                logger.setLevel(floor);
            }
        }
    }

    /** Warns of what no level can hold back. */
    static void warn() {
        Stream.of("javax.net.debug", "jdk.internal.httpclient.debug")
                .filter(name -> !System.getProperty(name, "").isBlank()
                        && !System.getProperty(name, "").equals("false"))
                .forEach(name -> LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} event=credentials-visible property={1} action=\"{2}\"",
                        Fault.CREDENTIALS_VISIBLE.code(),
                        name,
                        Fault.CREDENTIALS_VISIBLE.action()));
    }
}
