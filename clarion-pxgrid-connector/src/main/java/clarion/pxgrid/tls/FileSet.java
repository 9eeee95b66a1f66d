package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files as they were at one moment. Whether they have changed is told by what is in them: a secret that Kubernetes
 * swaps by a symbolic link, or a tool that keeps the time of a file, is noticed too.
 */
final class FileSet {

    /** Far above any store or bundle of certificates. */
    private static final int MAX_FILE = 4 * 1024 * 1024;

    private final Map<Path, byte[]> contents = new TreeMap<>();
    private final Map<Path, String> faults = new TreeMap<>();

    private FileSet() {}

    static FileSet read(Set<Path> files) {
        FileSet set = new FileSet();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes(MAX_FILE + 1);
                if (content.length > MAX_FILE) {
                    set.faults.put(file, "is larger than " + MAX_FILE + " octets");
                } else {
                    set.contents.put(file, content);
                }
            } catch (IOException e) {
                set.faults.put(file, why(file, e));
            }
        }
        return set;
    }

    private static String why(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read by the user that runs Clarion";
        }
        return Files.isDirectory(file) ? "is a directory" : "cannot be read: " + e.getMessage();
    }

    boolean isThere(Path file) {
        return contents.containsKey(file);
    }

    /** Why a file cannot be read, as half a sentence; null if it can. */
    @Nullable
    String faultOf(Path file) {
        return faults.get(file);
    }

    /** What is in a file that must be there. */
    byte[] octets(String what, Path file, Fault otherwise) throws PxGridException {
        byte[] content = contents.get(file);
        if (content == null) {
            throw new PxGridException(otherwise, what + " " + file + " " + faults.get(file) + ".");
        }
        return content;
    }

    /** The password in a file, without white space around it. */
    char[] password(String of, Path file, Fault otherwise) throws PxGridException {
        byte[] content = octets("The file with the " + of + "'s password,", file, otherwise);
        return new String(content, StandardCharsets.UTF_8).strip().toCharArray();
    }

    /** Differs when anything differs; says nothing about what is in the files. */
    String stamp() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((file, content) -> {
                digest.update((file + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            faults.forEach((file, fault) -> digest.update((file + "\n" + fault).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
