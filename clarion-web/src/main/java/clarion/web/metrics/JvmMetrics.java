package clarion.web.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** The virtual machine, by the names that Prometheus' own Java library gives these metrics. */
final class JvmMetrics {

    private JvmMetrics() {}

    static void writeTo(MetricsText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.family("jvm_memory_used_bytes", "gauge", "Memory in use.")
                .sample("jvm_memory_used_bytes", Map.of("area", "heap"), heap.getUsed())
                .sample("jvm_memory_used_bytes", Map.of("area", "nonheap"), other.getUsed());
        text.family("jvm_memory_max_bytes", "gauge", "Most that may be in use.")
                .sample("jvm_memory_max_bytes", Map.of("area", "heap"), heap.getMax());
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        text.family("jvm_gc_collection_seconds", "summary", "Time spent in garbage collection.");
        for (GarbageCollectorMXBean collector : collectors) {
            Map<String, String> name = Map.of("gc", collector.getName());
            text.sample("jvm_gc_collection_seconds_count", name, collector.getCollectionCount());
            text.sample("jvm_gc_collection_seconds_sum", name, collector.getCollectionTime() / 1e3);
        }
        text.gauge(
                "jvm_threads_current",
                "Threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        text.gauge(
                "jvm_classes_currently_loaded",
                "Classes loaded.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        text.gauge("process_start_time_seconds", "When the process started.", runtime.getStartTime() / 1e3);
        Object cpuNanos = operatingSystem("ProcessCpuTime");
        if (cpuNanos instanceof Long nanos && nanos >= 0) {
            text.counter("process_cpu_seconds_total", "Processor time used.", nanos / 1e9);
        }
    }

    /** By name, because WildFly's class loaders hide the class of {@code com.sun.management} that has the getter. */
    private static @Nullable Object operatingSystem(String attribute) {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), attribute);
        } catch (JMException e) {
            return null;
        }
    }
}
