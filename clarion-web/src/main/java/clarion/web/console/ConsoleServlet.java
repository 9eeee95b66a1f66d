package clarion.web.console;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Serves the console's files from the web application's root, compressed where the build left a {@code .gz} beside. */
@WebServlet(name = "console", urlPatterns = "/")
public class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String NOT_BUILT = """
            The console is not part of this build.

            Build it:  npm --prefix webapp-ui ci && npm --prefix webapp-ui run build
            then build Clarion again without -DskipConsole. ./clarion demo does both.

            The REST API is at /api/v1; /openapi describes it.
            """;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> serve(request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", "GET, HEAD, OPTIONS");
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", "GET, HEAD, OPTIONS");
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        ConsoleRoute route = ConsoleRoute.of(path.isEmpty() ? "/" : path, request.getHeader("Accept"), this::exists);
        if (!(route instanceof ConsoleRoute.File file)) {
            text(request, response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here.\n");
        } else if (!exists(file.path())) {
            text(request, response, HttpServletResponse.SC_NOT_FOUND, NOT_BUILT);
        } else {
            send(request, response, file);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, ConsoleRoute.File file)
            throws IOException {
        response.setHeader("Cache-Control", file.cacheControl());
        ConsoleRoute.mediaType(file.path()).ifPresent(response::setContentType);
        String source = file.path();
        if (exists(source + ".gz")) {
            response.setHeader("Vary", "Accept-Encoding");
            if (acceptsGzip(request)) {
                response.setHeader("Content-Encoding", "gzip");
                source += ".gz";
            }
        }
        try (InputStream in = getServletContext().getResourceAsStream(source)) {
            if (in == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            byte[] content = in.readAllBytes();
            response.setContentLength(content.length);
            if (request.getMethod().equals("GET")) {
                response.getOutputStream().write(content);
            }
        }
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT).matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    private boolean exists(String path) {
        ServletContext context = getServletContext();
        try {
            // of a file some servers say that it has no children, others that it has none of the kind
            Set<String> children = context.getResourcePaths(path + "/");
            return context.getResource(path) != null && (children == null || children.isEmpty());
        } catch (MalformedURLException e) {
            return false;
        }
    }

    private static void text(HttpServletRequest request, HttpServletResponse response, int status, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}
