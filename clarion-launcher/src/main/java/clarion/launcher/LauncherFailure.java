package clarion.launcher;

/** Why the launcher gives up: one line that says what, where and what to do. Shown to the user as it is. */
final class LauncherFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Exit status for a wrong command line or configuration. */
    static final int USAGE = 2;

    private final int exitStatus;

    LauncherFailure(String line) {
        this(line, 1);
    }

    LauncherFailure(String line, int exitStatus) {
        super(line);
        this.exitStatus = exitStatus;
    }

    static LauncherFailure usage(String line) {
        return new LauncherFailure(line, USAGE);
    }

    int exitStatus() {
        return exitStatus;
    }
}
