package clarion.launcher.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive of texts, each of which has gone through the {@link Redaction}. */
public final class Bundle {

    /** Of a log only the end is taken. */
    private static final long MOST_OF_A_LOG = 5L << 20;

    private final Map<String, String> texts = new TreeMap<>();
    private final Redaction redaction;

    public Bundle(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Adds a text under a name. */
    public void add(String name, String text) {
        texts.put(redaction.of(name), redaction.of(text));
    }

    /** Adds the answer to a question, or that there was none. */
    public void add(String name, Running.Answer answer) {
        add(name, answer.isGood() ? answer.body() : "answered " + answer.status() + ": " + answer.body());
    }

    /** Adds the end of a log, from the beginning of a line on; nothing if there is no such file. */
    public void addLog(String name, Path log) {
        if (!Files.isRegularFile(log)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.max(0, file.length() - MOST_OF_A_LOG);
            byte[] bytes = new byte[(int) (file.length() - begin)];
            file.seek(begin);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            add(name, begin == 0 ? text : text.substring(text.indexOf('\n') + 1));
        } catch (IOException e) {
            add(name, "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Writes the archive, all of it or nothing; only its owner can read it.
     *
     * @throws IOException if the disk fails
     */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(text.getKey()));
                    zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
