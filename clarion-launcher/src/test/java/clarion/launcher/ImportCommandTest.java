package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against answers as Clarion gives them. */
class ImportCommandTest {

    private static final String LINES = "src_ip,dst_ip\n10.0.0.1,10.0.0.2\n";

    @TempDir
    private Path directory;

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private int status = 202;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).length());
        byte[] body = (answers.size() > 1 ? answers.remove() : answers.element()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? status : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String state(String state, int faulty, String errors, String more) {
        return """
                {"id": 5, "name": "flows.csv", "state": "%s", "size": 100, "bytesRead": 50, "records": 40,
                 "conversations": 21, "faulty": %d, "errors": [%s]%s}""".formatted(state, faulty, errors, more);
    }

    private void run(String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("flows of May.csv"), LINES);
        Path token = Files.writeString(directory.resolve("token"), "clr_secret\n");
        List<String> arguments = new ArrayList<>(List.of("flows", file.toString()));
        arguments.addAll(
                List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        arguments.addAll(options.length > 0 ? List.of(options) : List.of("--token-file", token.toString()));
        new ImportCommand(
                        new Installation(directory), new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8)))
                .run(arguments);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void sendsTheFileFollowsItAndNamesTheLinesThatWereLeftOut() throws IOException {
        answers.add(state("WAITING", 0, "", ""));
        answers.add(state("RUNNING", 0, "", ""));
        answers.add(state("DONE", 2, "\"line 7: src_ip: 'x' is no address\"", ""));
        run();
        assertEquals(
                List.of(
                        "POST /api/v1/flows/imports?name=flows+of+May.csv Bearer clr_secret " + LINES.length(),
                        "GET /api/v1/flows/imports/5 Bearer clr_secret 0",
                        "GET /api/v1/flows/imports/5 Bearer clr_secret 0"),
                asked);
        assertTrue(shown().contains("Second reading: 50 %, 40 records"), shown());
        assertTrue(shown().contains("!  line 7: src_ip: 'x' is no address"), shown());
        assertTrue(shown().contains("Imported 40 records as 21 conversations; 2 lines were left out"), shown());
    }

    @Test
    void saysThatTheSameFileChangesNothing() throws IOException {
        answers.add(state("DUPLICATE", 0, "", ", \"detail\": \"nothing was added\""));
        run();
        assertTrue(shown().contains("nothing was added"), shown());
    }

    @Test
    void failsWithTheWordsOfAnImportThatFailed() {
        answers.add(state("FAILED", 0, "", ", \"detail\": \"This is no file of flows.\""));
        assertEquals(
                "This is no file of flows.",
                assertThrows(LauncherFailure.class, this::run).getMessage());
    }

    @Test
    void failsWithTheWordsOfAProblem() {
        status = 403;
        answers.add("{\"status\": 403, \"detail\": \"Only engineers import.\"}");
        LauncherFailure failure = assertThrows(LauncherFailure.class, this::run);
        assertEquals("Clarion does not take it (403, Only engineers import.)", failure.getMessage());
    }

    @Test
    void wantsATokenAndAFileThatCanBeRead() {
        answers.add("{}");
        LauncherFailure noToken = assertThrows(
                LauncherFailure.class,
                () -> run("--data", directory.resolve("none").toString()));
        assertTrue(String.valueOf(noToken.getMessage()).contains("--token-file"), noToken.getMessage());
        LauncherFailure noFile = assertThrows(
                LauncherFailure.class,
                () -> new ImportCommand(new Installation(directory), new Terminal(new PrintStream(shown)))
                        .run(List.of("flows", directory.resolve("absent.csv").toString())));
        assertTrue(String.valueOf(noFile.getMessage()).contains("cannot be read"), noFile.getMessage());
        assertEquals(List.of(), asked);
    }
}
