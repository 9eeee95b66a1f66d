package clarion.simulator.campus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Devices of which one can be drawn by chance, in constant time. */
final class Crowd {

    private final List<Device> devices = new ArrayList<>();

    int size() {
        return devices.size();
    }

    void add(Device device) {
        device.crowdIndex = devices.size();
        devices.add(device);
    }

    void remove(Device device) {
        Device last = devices.remove(devices.size() - 1);
        if (last != device) {
            devices.set(device.crowdIndex, last);
            last.crowdIndex = device.crowdIndex;
        }
    }

    @Nullable
    Device draw(SplittableRandom random) {
        return devices.isEmpty() ? null : devices.get(random.nextInt(devices.size()));
    }
}
