package clarion.pxgrid.remote;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.pxgrid.LeaderDirectory;
import clarion.pxgrid.settings.SharedKey;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The processes that may hold the connection. The one that led last is asked first, then the one that the database
 * names, then all that are configured; a configured name with several addresses stands for as many processes.
 */
final class Peers implements AutoCloseable {

    private final LeaderDirectory directory;
    private final List<URI> configured;
    private final SharedKey key;
    private final Map<Called, Peer> peers = new ConcurrentHashMap<>();
    private volatile @Nullable URI leader;

    private record Called(URI url, Duration patience) {}

    Peers(LeaderDirectory directory, List<URI> configured, SharedKey key) {
        this.directory = directory;
        this.configured = configured;
        this.key = key;
    }

    /**
     * Asks one after the other until one answers that it leads.
     *
     * @param patience for each
     * @param leads if an answer comes from who leads
     * @throws SilentException if none does; says why of each
     * @throws ClarionException what the leader refused
     */
    <T> T askLeader(
            Duration patience, Class<T> type, Predicate<T> leads, BiFunction<ConnectorApi, String, Response> call)
            throws SilentException {
        List<String> silent = new ArrayList<>();
        for (URI url : candidates()) {
            try {
                T answer = peer(url, patience).call(type, call);
                if (leads.test(answer)) {
                    leader = url;
                    return answer;
                }
                silent.add(url + " stands by");
            } catch (SilentException e) {
                silent.add(e.why());
            } catch (ClarionException e) {
                if (e.type() != ProblemType.NOT_LEADING) {
                    throw e;
                }
                silent.add(url + " stands by");
            }
        }
        leader = null;
        throw new SilentException(
                silent.isEmpty()
                        ? "no process has told where it is, and clarion.connector.urls is empty"
                        : String.join("; ", silent),
                null);
    }

    private Peer peer(URI url, Duration patience) {
        return peers.computeIfAbsent(
                new Called(url, patience), called -> new Peer(called.url(), key, called.patience()));
    }

    private Set<URI> candidates() {
        Set<URI> candidates = new LinkedHashSet<>();
        URI last = leader;
        if (last != null) {
            candidates.add(last);
        }
        directory.leader().ifPresent(candidates::add);
        configured.forEach(url -> candidates.addAll(spread(url)));
        return candidates;
    }

    /** Over TLS the name is what is proven, so it stays. */
    private static List<URI> spread(URI url) {
        if (!"http".equals(url.getScheme())) {
            return List.of(url);
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
            if (addresses.length < 2) {
                return List.of(url);
            }
            List<URI> each = new ArrayList<>();
            for (InetAddress address : addresses) {
                String literal = address.getHostAddress().replaceFirst("%.*", "");
                String host = literal.contains(":") ? "[" + literal + "]" : literal;
                each.add(URI.create("http://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort())));
            }
            return each;
        } catch (UnknownHostException e) {
            return List.of(url);
        }
    }

    @Override
    public void close() {
        peers.values().forEach(Peer::close);
        peers.clear();
    }
}
