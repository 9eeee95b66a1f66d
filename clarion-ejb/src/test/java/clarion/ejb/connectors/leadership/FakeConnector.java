package clarion.ejb.connectors.leadership;

import clarion.pxgrid.ConnectorCandidate;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is told. */
final class FakeConnector implements PxGridConnector, ConnectorCandidate {

    final List<String> told = new ArrayList<>();
    boolean configured = true;

    /** The last word. */
    String last() {
        return told.isEmpty() ? "" : told.get(told.size() - 1);
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public void lead(boolean started) {
        told.add(started ? "lead" : "lead, stopped");
    }

    @Override
    public void standBy(String why, boolean trouble) {
        told.add((trouble ? "trouble: " : "stand by: ") + why);
    }

    @Override
    public ConnectorStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start() {
        told.add("start");
    }

    @Override
    public void stop() {
        told.add("stop");
    }

    @Override
    public void reconcile(Snapshot.Reason reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reload() {
        throw new UnsupportedOperationException();
    }
}
