package clarion.launcher.analysis;

import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How long each step took, and how much heap all of it. */
final class Timings {

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** A step that may fail as reading does. */
    interface Step<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T measure(String name, Step<T> step) throws IOException, InterruptedException {
        long from = System.nanoTime();
        try {
            return step.run();
        } finally {
            nanos.put(name, System.nanoTime() - from);
        }
    }

    /** Seconds since the process began. */
    private static double total() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    /** The most that each pool of the heap ever held, in octets: what was garbage at that time is in it. */
    private static long peakHeap() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
            }
        }
        return peak;
    }

    String line() {
        return String.format(Locale.ROOT, "%.1f s in all, at most %d MB of heap", total(), peakHeap() / (1 << 20));
    }

    void write(JsonGenerator json) {
        json.writeStartObject().writeStartObject("seconds");
        nanos.forEach((name, took) -> json.write(name, ClustersJson.rounded(took / 1e9)));
        json.write("total", ClustersJson.rounded(total())).writeEnd();
        json.write("peak_heap_bytes", peakHeap())
                .write("max_heap_bytes", Runtime.getRuntime().maxMemory())
                .write("processors", Runtime.getRuntime().availableProcessors())
                .writeEnd();
    }
}
