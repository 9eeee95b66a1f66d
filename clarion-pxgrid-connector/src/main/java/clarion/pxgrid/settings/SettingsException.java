package clarion.pxgrid.settings;

import java.util.List;

/** Settings that cannot be used; every fault names its key and value. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public SettingsException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults == null ? List.of() : faults;
    }
}
