package clarion.pxgrid.check;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.pxgrid.CheckRequest;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes settings out of a request: what it names, and the stored ones for the rest. */
final class CheckPlan {

    private static final int MOST_CONTROLLERS = 16;

    private final List<Map<String, String>> errors = new ArrayList<>();

    private CheckPlan() {}

    /** @throws ClarionException that names every field that is not valid */
    static PxGridSettings of(PxGridSettings stored, CheckRequest request) {
        CheckPlan plan = new CheckPlan();
        PxGridSettings settings = stored.withControllers(plan.controllers(stored, request.controllers()));
        String nodeName = request.nodeName();
        if (nodeName != null) {
            if (!nodeName.matches(PxGridSettings.NODE_NAME)) {
                plan.error("nodeName", "is not 1 to 100 letters, digits, '-', '_' and '.'");
            }
            settings = settings.withNodeName(nodeName);
        }
        String directory = request.certificateDirectory();
        if (directory != null) {
            Path allowed = plan.allowed(stored, directory);
            if (allowed != null) {
                settings = settings.withStores(settings.stores().withCertificateDirectory(allowed));
            }
        }
        if (!plan.errors.isEmpty()) {
            Map<String, String> first = plan.errors.get(0);
            throw new ClarionException(
                    ProblemType.VALIDATION_FAILED,
                    first.get("field") + " " + first.get("message") + ".",
                    Map.of("errors", plan.errors));
        }
        return settings;
    }

    private List<Controller> controllers(PxGridSettings stored, @Nullable List<String> given) {
        if (given == null) {
            if (!stored.isEnabled()) {
                error("controllers", "are not configured; name some to test");
            }
            return stored.controllers();
        }
        if (given.isEmpty() || given.size() > MOST_CONTROLLERS) {
            error("controllers", "are " + given.size() + "; name 1 to " + MOST_CONTROLLERS);
            return List.of();
        }
        List<Controller> controllers = new ArrayList<>();
        for (String text : given) {
            try {
                controllers.add(Controller.parse(Objects.requireNonNullElse(text, "")));
            } catch (IllegalArgumentException e) {
                error("controllers", "hold what is no host or host:port: " + e.getMessage());
            }
        }
        return controllers.stream().distinct().toList();
    }

    /** The directory, if it lies where the settings let a test look; links are followed first. */
    private @Nullable Path allowed(PxGridSettings stored, String text) {
        try {
            Path directory = Path.of(text).toRealPath();
            Path configured = stored.stores().certificateDirectory();
            boolean under = Stream.concat(Stream.ofNullable(configured), stored.certificateRoots().stream())
                    .anyMatch(root -> directory.startsWith(real(root)));
            if (under && Files.isDirectory(directory)) {
                return directory;
            }
        } catch (IOException | InvalidPathException e) {
            // said below, in the same words: who asks learns nothing of other directories
        }
        error("certificateDirectory", "is no directory under one that clarion.pxgrid.certificate-roots names");
        return null;
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root.toAbsolutePath();
        }
    }

    private void error(String field, String message) {
        errors.add(Map.of("field", field, "message", message));
    }
}
