package clarion.pxgrid.stomp;

import clarion.pxgrid.wire.StompWire;

/** The escapes of STOMP 1.2 header lines; CONNECT and CONNECTED have none, for the sake of STOMP 1.0. */
final class HeaderEscapes {

    private HeaderEscapes() {}

    static boolean applyTo(String command) {
        return !command.equals(StompWire.CONNECT) && !command.equals(StompWire.CONNECTED);
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case ':' -> escaped.append("\\c");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String text) throws StompException {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char code = ++i < text.length() ? text.charAt(i) : ' ';
            switch (code) {
                case '\\' -> plain.append('\\');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 'c' -> plain.append(':');
                default -> throw new StompException("a header holds an escape that STOMP 1.2 does not know");
            }
        }
        return plain.toString();
    }
}
