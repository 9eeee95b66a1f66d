package clarion.domain.settings;

import clarion.domain.devices.IpAddress;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What values a setting takes. */
public sealed interface SettingKind {

    /** What is wrong with a value, as half a sentence that names the value; empty when it is good. */
    Optional<String> fault(String value);

    /** For the configuration guide, such as {@code duration} or {@code integer 1..100}. */
    String description();

    /** Any text that is not blank. */
    record Text() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            return value.isBlank() ? Optional.of("it is blank") : Optional.empty();
        }

        @Override
        public String description() {
            return "text";
        }
    }

    /**
     * A whole number.
     *
     * @param min smallest allowed
     * @param max largest allowed
     */
    record Whole(long min, long max) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            try {
                long number = Long.parseLong(value.strip());
                return number >= min && number <= max
                        ? Optional.empty()
                        : Optional.of(value + " is not between " + min + " and " + max);
            } catch (NumberFormatException e) {
                return Optional.of("'" + value + "' is not a whole number");
            }
        }

        @Override
        public String description() {
            return "integer " + min + ".." + max;
        }
    }

    /**
     * An ISO-8601 duration such as {@code PT30S}.
     *
     * @param min shortest allowed
     * @param max longest allowed
     */
    record Time(Duration min, Duration max) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            try {
                Duration time = Duration.parse(value.strip());
                return time.compareTo(min) >= 0 && time.compareTo(max) <= 0
                        ? Optional.empty()
                        : Optional.of(value + " is not between " + min + " and " + max);
            } catch (DateTimeParseException e) {
                return Optional.of("'" + value + "' is not an ISO-8601 duration; write PT30S for 30 seconds");
            }
        }

        @Override
        public String description() {
            return "duration " + min + ".." + max;
        }
    }

    /**
     * A time of day such as {@code 03:00}, or the word for none.
     *
     * @param none instead of a time
     */
    record TimeOfDay(String none) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            if (value.strip().equals(none)) {
                return Optional.empty();
            }
            try {
                var unused = LocalTime.parse(value.strip());
                return Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of(
                        "'" + value + "' is no time of day; write 03:00 for three in the morning, or " + none);
            }
        }

        @Override
        public String description() {
            return "HH:MM \\| " + none;
        }
    }

    /**
     * One of some words.
     *
     * @param words in the order of the guide
     */
    record Choice(List<String> words) implements SettingKind {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> fault(String value) {
            return words.contains(value.strip())
                    ? Optional.empty()
                    : Optional.of("'" + value + "' is none of " + String.join(", ", words));
        }

        @Override
        public String description() {
            return String.join(" \\| ", words);
        }
    }

    /** The path of a file; whether it exists is for the feature to say, which knows when it must. */
    record File() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            return value.isBlank() || value.indexOf('\0') >= 0 ? Optional.of("it is no path") : Optional.empty();
        }

        @Override
        public String description() {
            return "file";
        }
    }

    /** A JDBC URL of PostgreSQL. */
    record PostgresUrl() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            return value.startsWith("jdbc:postgresql:")
                    ? Optional.empty()
                    : Optional.of("'" + value + "' does not begin with jdbc:postgresql:");
        }

        @Override
        public String description() {
            return "JDBC URL";
        }
    }

    /** Comma-separated {@code host[:port]}; IPv6 addresses in brackets; may be empty. */
    record Hosts() implements SettingKind {

        private static final Pattern HOST =
                Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(?::(\\d{1,5}))?");

        @Override
        public Optional<String> fault(String value) {
            for (String host : value.isBlank() ? new String[0] : value.split(",", -1)) {
                Matcher matcher = HOST.matcher(host.strip());
                if (!matcher.matches()) {
                    return Optional.of("'" + host.strip() + "' is not host or host:port");
                }
                String port = matcher.group(2);
                if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535)) {
                    return Optional.of("port " + port + " is not between 1 and 65535");
                }
            }
            return Optional.empty();
        }

        @Override
        public String description() {
            return "list of host[:port]";
        }
    }

    /** Comma-separated base URLs, {@code http://host:port} or with {@code https}; may be empty. */
    record BaseUrls() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            for (String part : value.isBlank() ? new String[0] : value.split(",", -1)) {
                String url = part.strip();
                if (!url.matches("https?://[^/?#@\\s]+/?")
                        || new Hosts().fault(hostOf(url)).isPresent()) {
                    return Optional.of("'" + url + "' is not http://host:port or https://host:port");
                }
            }
            return Optional.empty();
        }

        private static String hostOf(String url) {
            String host = url.substring(url.indexOf("://") + 3);
            return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
        }

        @Override
        public String description() {
            return "list of http(s)://host:port";
        }
    }

    /** An IPv4 or IPv6 address; a name is none. */
    record Address() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            return IpAddress.find(value).isPresent()
                    ? Optional.empty()
                    : Optional.of("'" + value.strip() + "' is no IP address");
        }

        @Override
        public String description() {
            return "IP address";
        }
    }

    /** Comma-separated IP addresses and prefixes such as {@code 10.0.0.0/8}; may be empty. */
    record Networks() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            for (String network : value.isBlank() ? new String[0] : value.split(",", -1)) {
                String text = network.strip();
                int slash = text.indexOf('/');
                Optional<IpAddress> address = IpAddress.find(slash < 0 ? text : text.substring(0, slash));
                if (address.isEmpty()) {
                    return Optional.of("'" + text + "' is no IP address or prefix");
                }
                if (slash >= 0) {
                    Optional<String> fault =
                            new Whole(0, address.get().isV4() ? 32 : 128).fault(text.substring(slash + 1));
                    if (fault.isPresent()) {
                        return Optional.of("'" + text + "': the length " + fault.get());
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public String description() {
            return "list of addresses or prefixes";
        }
    }

    /** Comma-separated web origins such as {@code https://console.corp.example}; may be empty. */
    record Origins() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            for (String origin : value.isBlank() ? new String[0] : value.split(",", -1)) {
                Optional<String> fault = WebOrigin.fault(origin.strip());
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        }

        @Override
        public String description() {
            return "list of origins";
        }
    }

    /**
     * What only the feature itself can check, which does so as it reads it.
     *
     * @param description for the configuration guide
     */
    record OwnCheck(String description) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            return Optional.empty();
        }
    }
}
