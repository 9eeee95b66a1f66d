package clarion.domain.ruin;

import java.nio.file.Path;
import java.time.Instant;

/** A value that reads files and the clock, and prints. */
final class Impure {

    Path path = Path.of("impure");

    Instant now() {
        System.out.println(path);
        return Instant.now();
    }
}
