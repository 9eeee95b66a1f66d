package clarion.it.kubernetes;

import clarion.it.harness.Commands;
import clarion.it.harness.Project;
import clarion.it.harness.Scratch;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Renders {@code kubernetes/}: the overlays by {@code kubectl kustomize}, the chart by Helm. */
final class Rendering {

    static final Path SOURCES = Project.root().resolve("kubernetes");

    private static final Map<String, List<Manifest>> KNOWN = new ConcurrentHashMap<>();

    private Rendering() {}

    /** An overlay. Where no kubectl can be had, says so aloud and skips the test. */
    static List<Manifest> kustomize(String overlay) {
        return KNOWN.computeIfAbsent("kustomize " + overlay, any -> {
            Path copy = copy("kustomize-" + overlay);
            Path secrets = copy.resolve("overlays/demo/secrets");
            Commands.run(copy.resolve("secrets").toString(), "make", "--demo", secrets.toString())
                    .expectSuccess();
            return Manifest.parse(Commands.run(
                            kubectl(),
                            "kustomize",
                            copy.resolve("overlays").resolve(overlay).toString())
                    .expectSuccess()
                    .output());
        });
    }

    /** The overlay for production, with the component for a message broker. */
    static List<Manifest> kustomizeWithQueue() {
        return KNOWN.computeIfAbsent("kustomize with queue", any -> {
            Path overlay = copy("kustomize-queue").resolve("overlays/production");
            Path file = overlay.resolve("kustomization.yaml");
            try {
                Files.writeString(file, read(file) + "\ncomponents: [../../components/queue]\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Manifest.parse(Commands.run(kubectl(), "kustomize", overlay.toString())
                    .expectSuccess()
                    .output());
        });
    }

    /** The chart with the values that say what an overlay says. */
    static List<Manifest> helm(String values) {
        return KNOWN.computeIfAbsent(
                "helm " + values,
                any -> Manifest.parse(chart().template()
                        .withName("clarion")
                        .withNamespace("clarion")
                        .withValuesFile(SOURCES.resolve("helm/clarion/values-" + values + ".yaml"))
                        .call()));
    }

    static Helm chart() {
        return new Helm(SOURCES.resolve("helm/clarion"));
    }

    /** The files themselves, unrendered; they are whole objects, too. */
    static List<Manifest> files() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("helm")))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .flatMap(file -> Manifest.parse(read(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kubectl() {
        Commands.Outcome found = Commands.run(
                SOURCES.resolve("find-kubectl").toString(),
                Project.work("kubectl").toString());
        if (found.status() != 0) {
            System.err.println("LEFT OUT: the overlays of kubernetes/ are not rendered here: "
                    + found.errors().strip());
        }
        Assumptions.assumeTrue(found.status() == 0, "no kubectl: " + found.errors());
        return found.output().strip();
    }

    private static Path copy(String name) {
        Path copy = Scratch.fresh(name);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SOURCES.relativize(file).toString());
                if (!file.startsWith(SOURCES.resolve("overlays/demo/secrets"))) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
