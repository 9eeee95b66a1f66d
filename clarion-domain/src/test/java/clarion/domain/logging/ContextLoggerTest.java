package clarion.domain.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContextLoggerTest {

    private final List<String> lines = new ArrayList<>();
    private final System.Logger log = new ContextLogger(new Collector());

    @Test
    void saysNothingMoreOutsideOfAnything() {
        log.log(System.Logger.Level.INFO, "event=start");
        assertEquals(List.of("event=start"), lines);
    }

    @Test
    void saysWhichRequestAndWhichBatchALineBelongsTo() {
        LogContext.Scope request = LogContext.begin(LogContext.REQUEST, "r-1");
        log.log(System.Logger.Level.INFO, "event=outer value={0}", 7);
        LogContext.Scope batch = LogContext.begin(LogContext.BATCH, "sessions-9");
        log.log(System.Logger.Level.WARNING, "event=inner", new IllegalStateException("x"));
        batch.end();
        log.log(System.Logger.Level.INFO, "event=said request=r-1");
        request.end();
        log.log(System.Logger.Level.INFO, "event=after");
        assertEquals(
                List.of(
                        "event=outer value=7 request=r-1",
                        "event=inner request=r-1 batch=sessions-9 thrown=x",
                        "event=said request=r-1",
                        "event=after"),
                lines);
    }

    @Test
    void givesEachBatchAnIdOfItsOwn() {
        for (int i = 0; i < 2; i++) {
            LogContext.Scope batch = LogContext.beginBatch("sxp-bindings");
            log.log(System.Logger.Level.INFO, "event=stored");
            batch.end();
        }
        assertEquals(2, lines.stream().distinct().count());
        assertTrue(lines.get(0).matches("event=stored batch=sxp-bindings-\\d+"), lines::toString);
    }

    @Test
    void takesNoIdThatCouldForgeALine() {
        for (String id : List.of("", "a b", "a\nb", "{0}", "'", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> LogContext.begin(LogContext.REQUEST, id), id);
        }
    }

    private final class Collector implements System.Logger {

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return level.getSeverity() >= Level.INFO.getSeverity();
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            lines.add(message + (thrown == null ? "" : " thrown=" + thrown.getMessage()));
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String format,
                @Nullable Object @Nullable ... parameters) {
            lines.add(
                    parameters == null || parameters.length == 0
                            ? String.valueOf(format)
                            : MessageFormat.format(String.valueOf(format), parameters));
        }
    }
}
