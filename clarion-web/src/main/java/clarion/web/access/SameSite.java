package clarion.web.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something was sent by the console itself. Only browsers can be tricked into sending
 * another's cookie, and they say where a request comes from: by {@code Sec-Fetch-Site} (Fetch Metadata), or by
 * {@code Origin} (RFC 6454) where that is missing, as on plain HTTP.
 */
final class SameSite {

    private SameSite() {}

    static boolean isChange(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    /**
     * Why the request is refused, in words; empty when nothing speaks against it. A page of an origin that is let in by
     * the configuration must still be of Clarion's own site: to another site no browser gives the cookie, and whoever
     * signed in there would be signed out with the next request.
     *
     * @param secFetchSite header, or null
     * @param origin header, or null
     * @param scheme {@code http} or {@code https}, as the browser sees it
     * @param host host and port as the browser sees them
     * @param letIn whether the configuration lets in an origin
     */
    static Optional<String> refusal(
            @Nullable String secFetchSite,
            @Nullable String origin,
            String scheme,
            @Nullable String host,
            Predicate<String> letIn) {
        if (origin != null && letIn.test(origin)) {
            return "cross-site".equals(secFetchSite)
                    ? Optional.of(
                            "The console's origin " + origin + " is of another site than this API, and browsers keep"
                                    + " the session cookie back from other sites. Serve both by https under one domain.")
                    : Optional.empty();
        }
        if (secFetchSite != null) {
            return switch (secFetchSite) {
                case "same-origin", "none" -> Optional.empty();
                default -> Optional.of("The browser says that another site sent this request.");
            };
        }
        if (origin == null || isOf(origin, scheme, host)) {
            return Optional.empty();
        }
        return Optional.of("The request comes from the origin '" + shortened(origin) + "', not from this console.");
    }

    private static boolean isOf(String origin, String scheme, @Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            URI sender = URI.create(origin);
            URI receiver = URI.create(scheme + "://" + host);
            return sender.getHost() != null
                    && scheme.equalsIgnoreCase(sender.getScheme())
                    && sender.getHost().equalsIgnoreCase(receiver.getHost())
                    && port(sender) == port(receiver);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT)) ? 443 : 80;
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
