package clarion.domain.settings;

import java.util.Locale;

/** What one process of Clarion does; the same artifact plays every role. */
public enum ProcessRole {
    /** Everything. */
    ALL,
    /** The REST API and the console, without a pxGrid certificate; any number of these. */
    API,
    /** The connection to ISE and nothing else; one of these leads, the others stand by. */
    PXGRID,
    /** Takes flows from exporters and nothing else; any number of these. */
    COLLECTOR;

    /** The role that {@code clarion.role} names; without a value, all of them. */
    public static ProcessRole of(String value) {
        return value.isBlank() ? ALL : valueOf(value.strip().toUpperCase(Locale.ROOT));
    }

    /** As an operator writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if this process may hold the connection to ISE. */
    public boolean connects() {
        return this == ALL || this == PXGRID;
    }

    /** True if this process serves {@code /api}. */
    public boolean servesApi() {
        return this == ALL || this == API;
    }

    /** True if this process takes flows from exporters. */
    public boolean collects() {
        return this == ALL || this == COLLECTOR;
    }
}
