package clarion.domain.logging;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The platform's logger, whose lines end with the {@link LogContext}. */
public final class ContextLogger implements System.Logger {

    private final System.Logger platform;

    ContextLogger(System.Logger platform) {
        this.platform = platform;
    }

    /** The logger of a class. */
    public static System.Logger of(Class<?> type) {
        return named(type.getName());
    }

    /** The logger of several classes that tell one story. */
    public static System.Logger named(String name) {
        return new ContextLogger(System.getLogger(name));
    }

    @Override
    public String getName() {
        return platform.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return platform.isLoggable(level);
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            platform.log(level, bundle, LogContext.added(String.valueOf(message)), thrown);
        }
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String format,
            @Nullable Object @Nullable ... parameters) {
        if (isLoggable(level)) {
            platform.log(level, bundle, LogContext.added(String.valueOf(format)), parameters);
        }
    }
}
