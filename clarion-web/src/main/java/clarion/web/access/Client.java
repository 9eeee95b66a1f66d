package clarion.web.access;

import clarion.domain.devices.IpAddress;
import clarion.ejb.access.TrustedProxies;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.Via;
import clarion.web.problems.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, seen through the reverse proxies that are trusted.
 *
 * @param address canonical IP address, or null when the container does not know one
 * @param scheme {@code http} or {@code https}
 * @param host host and port that the caller asked for, or null
 */
record Client(
        @Nullable String address, String scheme, @Nullable String host) {

    static Client of(HttpServletRequest request, TrustedProxies proxies) {
        String peer = canonical(request.getRemoteAddr()).orElse(null);
        String scheme = request.isSecure() ? "https" : "http";
        String host = request.getHeader("Host");
        if (peer == null || !proxies.contains(peer)) {
            return new Client(peer, scheme, host);
        }
        String forwardedProto = last(request.getHeader("X-Forwarded-Proto"));
        String forwardedHost = last(request.getHeader("X-Forwarded-Host"));
        return new Client(
                callerBehind(request.getHeader("X-Forwarded-For"), proxies).orElse(peer),
                forwardedProto == null ? scheme : forwardedProto.toLowerCase(Locale.ROOT),
                forwardedHost == null ? host : forwardedHost);
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** Somebody who is not known yet, in this request. */
    Actor actor(HttpServletRequest request) {
        return new Actor("anonymous", Via.ANONYMOUS, address, RequestId.of(request));
    }

    /** The nearest address that is no trusted proxy; what stands left of it, the caller may have written. */
    private static Optional<String> callerBehind(@Nullable String forwardedFor, TrustedProxies proxies) {
        if (forwardedFor == null) {
            return Optional.empty();
        }
        String[] hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            Optional<String> hop = canonical(hops[i]);
            if (hop.isEmpty() || !proxies.contains(hop.get())) {
                return hop;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> canonical(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        String bare = address.strip().replaceAll("^\\[|].*$|%.*$", "");
        return IpAddress.find(bare).map(IpAddress::toString);
    }

    private static @Nullable String last(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return null;
        }
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }
}
