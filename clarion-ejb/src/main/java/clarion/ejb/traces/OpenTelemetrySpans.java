package clarion.ejb.traces;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Spans by the tracer that MicroProfile Telemetry offers; one that does nothing unless the settings say otherwise. */
final class OpenTelemetrySpans implements Spans {

    private static final Tracer NONE = OpenTelemetry.noop().getTracer("clarion");

    private @Nullable Tracer tracer;

    @Override
    public Object around(String name, Callable<Object> work) throws Exception {
        Span span = tracer().spanBuilder(name).startSpan();
        Scope scope = span.makeCurrent();
        try {
            return work.call();
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }

    private Tracer tracer() {
        Tracer known = tracer;
        if (known == null) {
            Instance<Tracer> offered = CDI.current().select(Tracer.class);
            known = offered.isResolvable() ? offered.get() : NONE;
            tracer = known;
        }
        return known;
    }
}
