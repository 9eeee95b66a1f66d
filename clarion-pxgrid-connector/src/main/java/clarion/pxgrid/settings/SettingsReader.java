package clarion.pxgrid.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Reads keys one by one and remembers what is wrong with them; a faulty key reads as its default. */
final class SettingsReader {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Config config;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Config config) {
        this.config = config;
    }

    void throwFaults() {
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }

    List<Controller> controllers(String name) {
        List<Controller> controllers = new ArrayList<>();
        for (String part : raw(name).split(",")) {
            if (!part.isBlank()) {
                try {
                    controllers.add(Controller.parse(part));
                } catch (IllegalArgumentException e) {
                    fault(name, e.getMessage());
                }
            }
        }
        return controllers.stream().distinct().toList();
    }

    String text(String name, String pattern) {
        String value = raw(name);
        if (!value.matches(pattern)) {
            fault(name, "'" + value + "' does not match " + pattern);
        }
        return value;
    }

    @Nullable
    Path file(String name) {
        String value = raw(name);
        try {
            return value.isEmpty() ? null : Path.of(value);
        } catch (InvalidPathException e) {
            fault(name, "'" + value + "' is not a path");
            return null;
        }
    }

    List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        for (String part : raw(name).split(",")) {
            if (!part.isBlank()) {
                try {
                    files.add(Path.of(part.strip()));
                } catch (InvalidPathException e) {
                    fault(name, "'" + part.strip() + "' is not a path");
                }
            }
        }
        return files;
    }

    PxGridAccount account() {
        String kind = text("account", "certificate|password");
        Path keyFile = file("account-key-file");
        Path file = file("account-file");
        if (!kind.equals("password")) {
            return PxGridAccount.BY_CERTIFICATE;
        }
        if (keyFile == null || keyFile.getFileName() == null) {
            fault("account-key-file", "an account by password needs this file; a missing one is made");
            return PxGridAccount.BY_CERTIFICATE;
        }
        return PxGridAccount.byPassword(keyFile, file);
    }

    Duration duration(String name) {
        String value = raw(name);
        try {
            Duration duration = Duration.parse(value);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                fault(name, "'" + value + "' is not more than zero and at most " + LONGEST);
            }
            return duration;
        } catch (DateTimeParseException e) {
            fault(name, "'" + value + "' is not an ISO-8601 duration such as PT30S");
            return LONGEST;
        }
    }

    int number(String name, int least, int most) {
        String value = raw(name);
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                fault(name, value + " is not between " + least + " and " + most);
            }
            return number;
        } catch (NumberFormatException e) {
            fault(name, "'" + value + "' is not a whole number");
            return least;
        }
    }

    private String raw(String name) {
        String fallback = PxGridKeys.defaultOf(name);
        return config.getOptionalValue(PxGridSettings.PREFIX + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(fallback);
    }

    private void fault(String name, @Nullable String why) {
        faults.add(PxGridSettings.PREFIX + name + ": " + why);
    }
}
