package clarion.ejb.traces;

import java.util.concurrent.Callable;

/** Makes spans, or does nothing where the server has no OpenTelemetry. */
interface Spans {

    /** Runs work within a span of that name. */
    Object around(String name, Callable<Object> work) throws Exception;

    /** Of this server: its classes are there or they are not. */
    static Spans find() {
        try {
            return new OpenTelemetrySpans();
        } catch (LinkageError e) {
            return (name, work) -> work.call();
        }
    }
}
