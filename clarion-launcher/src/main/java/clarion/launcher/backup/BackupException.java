package clarion.launcher.backup;

/** Why there is no backup or restore: one line that says what, where and what to do. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    public BackupException(String line) {
        super(line);
        this.line = line;
    }

    public BackupException(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    /** What to tell the user. */
    public String line() {
        return line;
    }

    /** The innermost cause's own words, on one line. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return words.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
