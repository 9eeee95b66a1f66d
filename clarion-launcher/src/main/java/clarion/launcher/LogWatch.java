package clarion.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows the server's log and picks out what an operator must see: the lines with a {@code CLARION-XXX-000} id that
 * were logged as a warning or an error.
 */
final class LogWatch {

    private static final Pattern ID = Pattern.compile("\\bCLARION-[A-Z]{2,5}-\\d{3}\\b");
    private static final Pattern LEVEL = Pattern.compile("\\[(SEVERE|WARNING|INFO|CONFIG|FINE[A-Z]*)]");
    private static final Pattern COLOUR = Pattern.compile("\\u001b\\[[0-9;]*m");
    private static final String SERVER_READY = "ready in";
    private static final int REMEMBERED = 64;
    private static final int LONGEST_READ = 1 << 20;

    private final Path log;
    private final Map<String, Boolean> shown = new LinkedHashMap<>();
    private long position;
    private String level = "INFO";
    private String remainder = "";
    private @Nullable String lastError;
    private boolean serverReady;

    LogWatch(Path log) {
        this.log = log;
    }

    /** What came since the last call, each text once; the newest 64 texts are remembered. */
    List<String> poll() {
        List<String> found = new ArrayList<>();
        for (String line : newLines()) {
            Matcher levelOfLine = LEVEL.matcher(line);
            if (levelOfLine.find()) {
                level = levelOfLine.group(1);
            }
            serverReady |= line.contains(SERVER_READY);
            Matcher id = ID.matcher(line);
            if (!id.find() || !(level.equals("SEVERE") || level.equals("WARNING"))) {
                continue;
            }
            String text = line.substring(id.start()).replaceAll("]]\\s*$", "").strip();
            if (level.equals("SEVERE")) {
                lastError = text;
            }
            if (shown.put(text, true) == null) {
                found.add(text);
            }
            while (shown.size() > REMEMBERED) {
                shown.remove(shown.keySet().iterator().next());
            }
        }
        return found;
    }

    /** The newest error with an id, if there was one. */
    @Nullable
    String lastError() {
        return lastError;
    }

    /** True once the server has said that it is ready; it says so without a deployed application too. */
    boolean serverReady() {
        return serverReady;
    }

    private List<String> newLines() {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            if (length < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) Math.min(length - position, LONGEST_READ)];
            file.seek(position);
            file.readFully(bytes);
            position += bytes.length;
            String text = remainder
                    + COLOUR.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
            int end = text.lastIndexOf('\n') + 1;
            remainder = text.substring(end);
            return text.substring(0, end).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
