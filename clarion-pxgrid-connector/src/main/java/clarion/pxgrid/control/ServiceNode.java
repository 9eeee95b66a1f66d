package clarion.pxgrid.control;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.util.Map;

/**
 * One provider of a service, as ServiceLookup names it.
 *
 * @param service service name
 * @param nodeName the provider's account; access secrets are asked for it
 * @param properties topic names and addresses
 */
public record ServiceNode(String service, String nodeName, Map<String, String> properties) {

    public ServiceNode {
        properties = Map.copyOf(properties);
    }

    /** A property that the provider must have. */
    public String require(String property) throws PxGridException {
        String value = properties.get(property);
        if (value == null || value.isBlank()) {
            throw new PxGridException(
                    Fault.SERVICE_INCOMPLETE,
                    "Service " + service + " on " + nodeName + " does not say its " + property + ".");
        }
        return value;
    }
}
