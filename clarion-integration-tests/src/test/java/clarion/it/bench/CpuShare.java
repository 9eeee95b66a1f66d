package clarion.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A control group of Linux that gives the processes in it a fixed part of one CPU, whatever else runs: so that two
 * replicas can be compared with one on a machine that has not two CPUs to spare. Needs root; cgroup version 1 or 2.
 */
final class CpuShare implements AutoCloseable {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final long PERIOD_MICROS = 100_000;

    private final Path group;

    /** @param percent of one CPU */
    CpuShare(String name, int percent) throws IOException {
        boolean unified = Files.exists(ROOT.resolve("cgroup.controllers"));
        group = (unified ? ROOT : ROOT.resolve("cpu")).resolve(name);
        if (unified) {
            Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+cpu");
        }
        Files.createDirectories(group);
        long quota = PERIOD_MICROS * percent / 100;
        if (unified) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
        }
    }

    /** Puts a process, with all its threads, into the group. */
    void take(long pid) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
    }

    /** Gives the processes back to the group above, and ends this one. */
    @Override
    public void close() throws IOException {
        for (String pid : Files.readAllLines(group.resolve("cgroup.procs"))) {
            Files.writeString(group.resolveSibling("cgroup.procs"), pid);
        }
        Files.delete(group);
    }
}
