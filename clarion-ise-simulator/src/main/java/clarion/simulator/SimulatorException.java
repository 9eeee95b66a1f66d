package clarion.simulator;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The simulator cannot start; the message is one line that says what, where, and what to do. */
public final class SimulatorException extends RuntimeException {

    public SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The exception for a directory that cannot be written. */
    public static SimulatorException unwritable(Path directory, IOException cause) {
        return new SimulatorException(
                "cannot write the data directory " + directory + " (" + reason(cause)
                        + "); name another one with --data",
                cause);
    }

    /** Why something failed, in the words of an operator. */
    public static String reason(Exception failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        } else if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is not a directory";
        } else if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " is missing";
        }
        return String.valueOf(failure.getMessage()).replace('\n', ' ');
    }
}
