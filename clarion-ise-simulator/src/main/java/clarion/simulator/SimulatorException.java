package clarion.simulator;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** The simulator cannot start; the message is one line that says what, where, and what to do. */
public final class SimulatorException extends RuntimeException {

    public SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The exception for a directory that cannot be written. */
    public static SimulatorException unwritable(Path directory, IOException cause) {
        String why = cause instanceof AccessDeniedException
                ? "permission denied"
                : cause instanceof FileAlreadyExistsException
                        ? cause.getMessage() + " is not a directory"
                        : String.valueOf(cause.getMessage());
        return new SimulatorException(
                "cannot write the data directory " + directory + " (" + why + "); name another one with --data", cause);
    }
}
