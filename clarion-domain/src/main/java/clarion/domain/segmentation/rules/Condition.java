package clarion.domain.segmentation.rules;

import java.util.Comparator;

/** That an endpoint, or the user on it, has a value. Conditions about users come first, as SGTs of users do. */
public record Condition(Attribute attribute, String value) implements Comparable<Condition> {

    private static final Comparator<Condition> ORDER =
            Comparator.comparing(Condition::attribute).thenComparing(Condition::value);

    /** What ISE's authorization policy can ask for. */
    public enum Attribute {
        /** A group of Active Directory that the user is in. */
        AD_GROUP("AD:ExternalGroups"),
        /** What the profiler takes the endpoint for. */
        ENDPOINT_PROFILE("EndPoints:EndPointPolicy"),
        /** The asset's type, by the asset topic. */
        DEVICE_TYPE("EndPoints:assetDeviceType");

        private final String dictionary;

        Attribute(String dictionary) {
            this.dictionary = dictionary;
        }

        /** As the conditions of ISE's policy sets name it. */
        public String dictionary() {
            return dictionary;
        }
    }

    /** As ISE shows it. */
    public String text() {
        return attribute.dictionary() + " EQUALS " + value;
    }

    @Override
    public int compareTo(Condition other) {
        return ORDER.compare(this, other);
    }
}
