package clarion.domain.settings;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web origin (RFC 6454) exactly as a browser writes it into the header {@code Origin}: scheme, host and port, the
 * port left out where it is the scheme's own, all in lower case, with nothing after it. It is compared as text, and so
 * neither a wildcard nor a suffix nor {@code null} can ever match.
 *
 * @param text such as {@code https://console.corp.example}
 */
public record WebOrigin(String text) {

    private static final Pattern SPELLING = Pattern.compile(
            "(https?)://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\\[[0-9a-f:.]+])"
                    + "(?::([1-9]\\d{0,4}))?");

    /** @throws IllegalArgumentException if it is not spelled as browsers spell it; the message says what is wrong */
    public WebOrigin {
        Optional<String> fault = fault(text);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    /**
     * Reads a comma-separated list; an empty text is an empty list.
     *
     * @throws IllegalArgumentException if an element is no origin
     */
    public static Set<WebOrigin> parseList(String text) {
        Set<WebOrigin> origins = new LinkedHashSet<>();
        for (String element : text.isBlank() ? new String[0] : text.split(",", -1)) {
            origins.add(new WebOrigin(element.strip()));
        }
        return origins;
    }

    /** Whether the way from this origin can be listened to and written to by others. */
    public boolean isPlain() {
        return text.startsWith("http:");
    }

    /** What is wrong with the spelling of an origin; empty when nothing is. */
    static Optional<String> fault(String text) {
        Matcher matcher = SPELLING.matcher(text);
        if (!matcher.matches()) {
            return Optional.of("'" + text + "' is no origin as browsers write it: https://host or https://host:port,"
                    + " in lower case, without a path, a slash at the end or a wildcard");
        }
        String port = matcher.group(2);
        if (port != null && Integer.parseInt(port) > 65535) {
            return Optional.of("'" + text + "': port " + port + " is not between 1 and 65535");
        }
        if (port != null && port.equals(matcher.group(1).equals("https") ? "443" : "80")) {
            return Optional.of("'" + text + "': browsers leave out the port " + port + " of " + matcher.group(1));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
