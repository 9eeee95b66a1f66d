package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Builds the campus: buildings, people, devices and where they are plugged in. The same count and seed give the same
 * campus.
 *
 * @param buildings at least one, at most 200
 * @param devices in the order in which they were made
 */
record CampusPlan(List<Building> buildings, List<Device> devices) {

    private static final int DEVICES_PER_BUILDING = 500;
    private static final int MOST_BUILDINGS = 200;
    private static final int DEVICES_PER_ACCESS_POINT = 12;

    static CampusPlan of(int deviceCount, long seed) {
        return new Maker(deviceCount, new SplittableRandom(seed)).make();
    }

    private static final class Maker {

        private final int deviceCount;
        private final SplittableRandom random;
        private final List<Building> buildings = new ArrayList<>();
        private final List<Person> people;
        private final Map<Person, Attributes> desks = new HashMap<>();
        private final int macOffset;

        Maker(int deviceCount, SplittableRandom random) {
            this.deviceCount = deviceCount;
            this.random = random;
            int count = Math.min(MOST_BUILDINGS, Math.max(1, deviceCount / DEVICES_PER_BUILDING));
            for (int i = 0; i < count; i++) {
                buildings.add(new Building(i, Math.max(2, deviceCount / count / DEVICES_PER_ACCESS_POINT)));
            }
            people = new People(random.split()).make(Math.max(1, deviceCount * 36 / 100));
            macOffset = random.nextInt(1 << 24);
        }

        CampusPlan make() {
            List<Device> devices = new ArrayList<>(deviceCount);
            for (int i = 0; i < deviceCount; i++) {
                devices.add(device(i, kind(i)));
            }
            return new CampusPlan(List.copyOf(buildings), List.copyOf(devices));
        }

        /** Spreads the kinds evenly, so that even ten devices are a mixture. */
        private static DeviceKind kind(int index) {
            int draw = index * 37 % 100;
            for (DeviceKind kind : DeviceKind.values()) {
                draw -= kind.percent();
                if (draw < 0) {
                    return kind;
                }
            }
            return DeviceKind.GUEST;
        }

        private Device device(int index, DeviceKind kind) {
            DeviceModel model = kind.models().get(random.nextInt(kind.models().size()));
            Person owner = owner(index, kind);
            int at = owner == null ? index : owner.account().hashCode() & Integer.MAX_VALUE;
            Building home = buildings.get(at % buildings.size());
            boolean domain =
                    kind.login() == DeviceKind.Login.USER && model.profile().startsWith("Windows");
            return new Device(
                    kind,
                    model,
                    mac(index, model),
                    home,
                    port(kind, owner, home),
                    owner,
                    domain ? String.format(Locale.ROOT, "PC-%06d", index) : null,
                    kind.segment() == Segment.DATA || kind.segment() == Segment.WIRELESS && random.nextInt(3) > 0);
        }

        private @Nullable Person owner(int index, DeviceKind kind) {
            return switch (kind) {
                case LAPTOP, WORKSTATION, OWN_PHONE, PHONE -> people.get(index % people.size());
                default -> null;
            };
        }

        /** A phone and the computer behind it share the port of their owner's desk. */
        private @Nullable Attributes port(DeviceKind kind, @Nullable Person owner, Building home) {
            if (kind.wirelessOnly()) {
                return null;
            }
            return owner == null ? home.wire() : desks.computeIfAbsent(owner, person -> home.wire());
        }

        private String mac(int index, DeviceModel model) {
            if (model.oui().isEmpty()) {
                return randomMac(random);
            }
            int serial = index * 0x9E3779 + macOffset & 0xFFFFFF;
            return String.format("%s:%02X:%02X:%02X", model.oui(), serial >> 16, serial >> 8 & 255, serial & 255);
        }
    }

    /** An address as phones make them up: unicast, locally administered. */
    static String randomMac(SplittableRandom random) {
        long bits = random.nextLong();
        return String.format(
                "%02X:%02X:%02X:%02X:%02X:%02X",
                bits >> 40 & 0xFC | 2,
                bits >> 32 & 255,
                bits >> 24 & 255,
                bits >> 16 & 255,
                bits >> 8 & 255,
                bits & 255);
    }
}
