package clarion.it.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The browser of this machine. */
public final class Chromium {

    private Chromium() {}

    /** @throws AssertionError if there is none; it says what to install */
    public static Path executable() {
        Stream<String> named =
                Stream.of("CHROMIUM", "CLARION_BROWSER").map(System::getenv).filter(Objects::nonNull);
        Stream<String> usual = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> folder + "/" + name));
        return Stream.concat(named, usual)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Chromium is missing: install the package chromium, or set CHROMIUM to a browser"));
    }
}
