package clarion.web.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** The virtual machine, by the names that Prometheus' own Java library gives these metrics. */
final class JvmMetrics {

    private JvmMetrics() {}

    static void writeTo(MetricsText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.family(Metric.JVM_MEMORY_USED)
                .sample(Metric.JVM_MEMORY_USED, heap.getUsed(), "heap")
                .sample(Metric.JVM_MEMORY_USED, other.getUsed(), "nonheap");
        text.family(Metric.JVM_MEMORY_MAX).sample(Metric.JVM_MEMORY_MAX, heap.getMax(), "heap");
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        text.family(Metric.JVM_GC);
        for (GarbageCollectorMXBean collector : collectors) {
            text.part(Metric.JVM_GC, "_count", collector.getCollectionCount(), collector.getName());
            text.part(Metric.JVM_GC, "_sum", collector.getCollectionTime() / 1e3, collector.getName());
        }
        text.single(Metric.JVM_THREADS, ManagementFactory.getThreadMXBean().getThreadCount());
        text.single(
                Metric.JVM_CLASSES, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        text.single(Metric.PROCESS_START, runtime.getStartTime() / 1e3);
        Object cpuNanos = operatingSystem("ProcessCpuTime");
        if (cpuNanos instanceof Long nanos && nanos >= 0) {
            text.single(Metric.PROCESS_CPU, nanos / 1e9);
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
