package clarion.ejb.traces;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Makes a span of each delivery that a pxGrid listener takes, within its transaction, where the server traces. An
 * interceptor of the older kind, for Payara fails on session beans with MicroProfile Telemetry's own annotation.
 */
public class DeliveryTrace {

    private final Spans spans = Spans.find();

    /** Deliveries begin with {@code on}; questions for positions are asked all the time and tell nobody anything. */
    @AroundInvoke
    public Object trace(InvocationContext call) throws Exception {
        String method = call.getMethod().getName();
        return method.startsWith("on") ? spans.around("pxgrid " + method, call::proceed) : call.proceed();
    }
}
