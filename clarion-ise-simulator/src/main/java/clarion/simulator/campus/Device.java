package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.SessionFields;
import org.jspecify.annotations.Nullable;

/** A device, where it is at home, whose it is, and its session while it is there. Owned by one {@link Campus}. */
final class Device {

    final DeviceKind kind;
    final DeviceModel model;
    final Building home;
    final @Nullable Attributes port;
    final @Nullable Person owner;
    final @Nullable String hostName;
    final boolean dualStack;

    private String mac;
    private Attributes endpoint;
    private boolean profiled;

    /** Where this device stands in the crowd that it is in. */
    int crowdIndex;

    /** The session, while the device is there. */
    @Nullable
    Visit visit;

    Device(
            DeviceKind kind,
            DeviceModel model,
            String mac,
            Building home,
            @Nullable Attributes port,
            @Nullable Person owner,
            @Nullable String hostName,
            boolean dualStack) {
        this.kind = kind;
        this.model = model;
        this.home = home;
        this.port = port;
        this.owner = owner;
        this.hostName = hostName;
        this.dualStack = dualStack;
        this.mac = mac;
        this.endpoint = describe();
    }

    String mac() {
        return mac;
    }

    /** MAC address, profile and operating system as ISE knows them now. */
    Attributes endpoint() {
        return endpoint;
    }

    boolean profiled() {
        return profiled;
    }

    /** The profiler has learned what the device is. */
    void profile() {
        profiled = true;
        endpoint = describe();
    }

    /** The device made up another address; the profiler begins anew. */
    void randomize(String newMac) {
        mac = newMac;
        profiled = false;
        endpoint = describe();
    }

    /** Whether it is in the domain and authenticates as a computer before anybody logs on. */
    boolean domainComputer() {
        return hostName != null;
    }

    private Attributes describe() {
        return Attributes.of(
                SessionFields.MAC_ADDRESS, mac,
                SessionFields.ENDPOINT_PROFILE, profiled ? model.profile() : model.vendorProfile(),
                SessionFields.ENDPOINT_OPERATING_SYSTEM, profiled ? model.operatingSystem() : null);
    }
}
