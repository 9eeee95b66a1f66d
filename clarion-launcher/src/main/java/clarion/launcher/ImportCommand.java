package clarion.launcher;

import clarion.launcher.support.Running;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code ./clarion import flows FILE}: sends a file to a running Clarion and shows how far its import is. */
final class ImportCommand {

    private static final String FLOWS = "flows";
    private static final String PATH = "/api/v1/flows/imports";
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final long PAUSE_MILLIS = 1_000;
    private static final int MOST_SILENT = 30;

    private final Installation installation;
    private final Terminal terminal;

    ImportCommand(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    void run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals(FLOWS)) {
            throw LauncherFailure.usage("import takes what to import, flows, and a file; see ./clarion --help");
        }
        CommandLine line = new CommandLine(
                "import",
                arguments.subList(1, arguments.size()),
                Set.of("--url", "--token-file", "--data", "--config"),
                Set.of(),
                1);
        Path file = line.file().toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new LauncherFailure(file + " cannot be read.");
        }
        Running clarion = Subject.of(line, installation)
                .running()
                .orElseThrow(() -> LauncherFailure.usage(
                        "No Clarion is known here; say where it is by --url, and give a token by --token-file."));
        if (!clarion.hasToken()) {
            throw LauncherFailure.usage(
                    "An import needs an API token of an engineer or administrator; give it by --token-file.");
        }
        terminal.step("Sending " + file + " to " + clarion.base());
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        JsonObject taken = good(clarion.post(PATH + "?name=" + name, file, PATIENCE));
        end(follow(clarion, taken));
    }

    /** Until it has ended. A Clarion that starts anew meanwhile is waited for. */
    private JsonObject follow(Running clarion, JsonObject taken) {
        String path = PATH + "/" + taken.getJsonNumber("id");
        JsonObject now = taken;
        String shown = "";
        int silent = 0;
        while (Set.of("WAITING", "RUNNING").contains(now.getString("state"))) {
            sleep();
            Running.Answer answer = clarion.get(path);
            silent = answer.status() == 0 || answer.status() >= 500 ? silent + 1 : 0;
            if (silent == 0) {
                now = good(answer);
            } else if (silent > MOST_SILENT) {
                throw new LauncherFailure("Clarion does not answer any more; the import is " + path + " there.");
            }
            String progress = progress(now);
            if (!progress.equals(shown)) {
                terminal.step(progress);
                shown = progress;
            }
        }
        return now;
    }

    private static String progress(JsonObject now) {
        long size = Math.max(1, now.getJsonNumber("size").longValue());
        long percent = Math.min(100, 100 * now.getJsonNumber("bytesRead").longValue() / size);
        long records = now.getJsonNumber("records").longValue();
        return records == 0
                ? "First reading, which learns what the services are: " + percent + " %"
                : "Second reading: " + percent + " %, " + records + " records, " + now.getJsonNumber("conversations")
                        + " conversations";
    }

    private void end(JsonObject done) {
        done.getJsonArray("errors").getValuesAs(JsonString.class).forEach(error -> terminal.warning(error.getString()));
        long faulty = done.getJsonNumber("faulty").longValue();
        switch (done.getString("state")) {
            case "DONE" ->
                terminal.step("Imported " + done.getJsonNumber("records") + " records as "
                        + done.getJsonNumber("conversations") + " conversations"
                        + (faulty == 0 ? "" : "; " + faulty + " lines were left out, the first of them are above"));
            case "DUPLICATE" -> terminal.step(done.getString("detail"));
            default -> throw new LauncherFailure(done.getString("detail", "The import failed."));
        }
    }

    private static JsonObject good(Running.Answer answer) {
        JsonObject json = answer.json().orElse(null);
        if (answer.isGood() && json != null) {
            return json;
        }
        String words = json == null ? answer.body() : json.getString("detail", answer.body());
        throw new LauncherFailure(
                "Clarion does not take it (" + (answer.status() == 0 ? "" : answer.status() + ", ") + words + ")");
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted; the import goes on in Clarion.");
        }
    }
}
