package clarion.ejb.flows.collector;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.ejb.flows.FlowIntake;

/** Counts what it is given. */
final class FakeIntake implements FlowIntake {

    private final Exporters exporters = new Exporters(100);
    private long records;
    private int failures;

    /** Fails so many times before it takes anything. */
    synchronized void fail(int times) {
        failures = times;
    }

    private long octets;

    @Override
    public synchronized FlowBatch exchange(FlowBatch filled) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("this intake fails");
        }
        records += filled.size();
        for (int i = 0; i < filled.size(); i++) {
            octets += filled.bytes[i];
        }
        filled.clear();
        return filled;
    }

    @Override
    public Exporters exporters() {
        return exporters;
    }

    synchronized long records() {
        return records;
    }

    synchronized long octets() {
        return octets;
    }
}
