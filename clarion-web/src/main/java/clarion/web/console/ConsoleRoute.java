package clarion.web.console;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a path outside the API stands for: a file of the console, one of its pages, or nothing.
 *
 * <p>Pages exist in the browser only ({@code /devices/10:20:30:40:50:60}); for each of them the answer is
 * {@code index.html}. A file that is not there must not be answered with HTML, or a browser with an old page would read
 * it as a script.
 */
sealed interface ConsoleRoute {

    /** The directory whose file names carry a hash of the content. */
    String HASHED = "/assets/";

    String INDEX = "/index.html";

    /**
     * A file.
     *
     * @param path within the web application
     * @param cacheControl how long it may be kept
     */
    record File(String path, String cacheControl) implements ConsoleRoute {}

    /** Nothing. */
    record Nothing() implements ConsoleRoute {}

    /** Finds out. */
    interface Files {
        /** Whether the web application has a file at this path. */
        boolean exist(String path);
    }

    static ConsoleRoute of(String path, @Nullable String accept, Files files) {
        if (isPrivate(path)) {
            return new Nothing();
        }
        if (path.equals("/") || path.equals(INDEX)) {
            return index();
        }
        if (!path.endsWith("/") && files.exist(path)) {
            return new File(path, path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
        }
        return isPage(path, accept) ? index() : new Nothing();
    }

    private static File index() {
        return new File(INDEX, "no-store");
    }

    /** The deployment's own folders, and compressed siblings, which are served in the name of the original only. */
    private static boolean isPrivate(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/web-inf")
                || lower.startsWith("/meta-inf")
                || lower.contains("..")
                || lower.endsWith(".gz");
    }

    private static boolean isPage(String path, @Nullable String accept) {
        if (path.startsWith(HASHED)) {
            return false;
        }
        String types = accept == null ? "*/*" : accept;
        boolean looksLikeAFile = path.substring(path.lastIndexOf('/') + 1).contains(".");
        return types.contains("text/html") || (types.contains("*/*") && !looksLikeAFile);
    }

    /** The media type of a file, by its name. */
    static Optional<String> mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "html" -> Optional.of("text/html;charset=UTF-8");
            case "js", "mjs" -> Optional.of("text/javascript;charset=UTF-8");
            case "css" -> Optional.of("text/css;charset=UTF-8");
            case "json", "map" -> Optional.of("application/json");
            case "webmanifest" -> Optional.of("application/manifest+json");
            case "svg" -> Optional.of("image/svg+xml");
            case "png" -> Optional.of("image/png");
            case "jpg", "jpeg" -> Optional.of("image/jpeg");
            case "ico" -> Optional.of("image/x-icon");
            case "webp" -> Optional.of("image/webp");
            case "woff2" -> Optional.of("font/woff2");
            case "woff" -> Optional.of("font/woff");
            case "ttf" -> Optional.of("font/ttf");
            case "txt" -> Optional.of("text/plain;charset=UTF-8");
            case "wasm" -> Optional.of("application/wasm");
            default -> Optional.empty();
        };
    }
}
