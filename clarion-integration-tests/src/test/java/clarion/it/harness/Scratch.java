package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that start empty and stay after the test, so that what happened can be read. */
final class Scratch {

    private Scratch() {}

    /** An empty folder; what an earlier run left in it is gone. */
    static Path fresh(String name) {
        Path folder = Project.work(name);
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
