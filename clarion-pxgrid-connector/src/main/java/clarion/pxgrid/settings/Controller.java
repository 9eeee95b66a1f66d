package clarion.pxgrid.settings;

import clarion.pxgrid.wire.ControlWire;

/**
 * A pxGrid controller to ask.
 *
 * @param host name or address, IPv6 without brackets
 * @param port 1 to 65535
 */
public record Controller(String host, int port) {

    public Controller {
        if (host.isBlank() || host.chars().anyMatch(c -> Character.isWhitespace(c) || c == '/' || c == '@')) {
            throw new IllegalArgumentException("not a host: '" + host + "'");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}.
     *
     * @throws IllegalArgumentException if the text is none of them; the text is in the message
     */
    public static Controller parse(String text) {
        String trimmed = text.strip();
        int bracket = trimmed.lastIndexOf(']');
        int colon = trimmed.indexOf(':', Math.max(bracket, 0));
        boolean bareV6 = bracket < 0 && colon >= 0 && trimmed.indexOf(':', colon + 1) >= 0;
        String host = colon < 0 || bareV6 ? trimmed : trimmed.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        int port = ControlWire.DEFAULT_PORT;
        if (colon >= 0 && !bareV6) {
            try {
                port = Integer.parseInt(trimmed.substring(colon + 1));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not host:port: '" + text + "'", e);
            }
        }
        return new Controller(host, port);
    }

    /** {@code host:port} as it stands in a URL. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
