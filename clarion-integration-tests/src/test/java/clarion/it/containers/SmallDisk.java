package clarion.it.containers;

import clarion.it.harness.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A disk in memory for the database of {@code compose.timescale.yaml}, small enough to be filled. */
final class SmallDisk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OVERLAY = """
            volumes:
              timescale-data: {driver: local, driver_opts: {type: none, o: bind, device: "%s"}}
            """;

    private final Shell shell = new Shell(Map.of());
    private final Path folder = Project.work("small-disk").resolve("data");
    private final Path overlay = folder.resolveSibling("compose.yaml");

    SmallDisk() {
        String mount = "mkdir -p \"$0\"; mount -t tmpfs -o size=600m,uid=70,gid=70,mode=700 clarion-it-disk \"$0\"";
        shell.run(PATIENCE, "sh", "-euc", mount, folder.toString()).orFail();
        try {
            Files.writeString(overlay, OVERLAY.formatted(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compose file that puts the database on it. */
    Path overlay() {
        return overlay;
    }

    /** Leaves no room on it. */
    void fill() {
        shell.run(PATIENCE, "sh", "-c", "cat /dev/zero >\"$0/ballast\"", folder.toString());
    }

    /** Makes the room that there was before. */
    void makeRoom() {
        try {
            Files.deleteIfExists(folder.resolve("ballast"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shell.run(PATIENCE, "sh", "-c", "! mountpoint -q \"$0\" || umount \"$0\"", folder.toString())
                .orFail();
    }
}
