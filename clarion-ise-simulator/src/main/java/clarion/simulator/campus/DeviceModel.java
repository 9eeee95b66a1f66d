package clarion.simulator.campus;

import org.jspecify.annotations.Nullable;

/**
 * What ISE's profiler makes of a device.
 *
 * @param oui the vendor's three octets, {@code AA:BB:CC}, or empty for devices that make their addresses up
 * @param vendorProfile the profile until the profiler knows more
 * @param profile the final endpoint profile
 * @param operatingSystem as profiled, if at all
 */
record DeviceModel(
        String oui,
        String vendorProfile,
        String profile,
        @Nullable String operatingSystem) {}
