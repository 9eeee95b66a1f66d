package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.Json;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.sessions.SessionDocument;
import clarion.pxgrid.sessions.UnreadableDocumentException;
import clarion.pxgrid.sessions.WireTime;
import clarion.pxgrid.wire.ServiceWire;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fetches sessions by REST, page by page; never more than a page is in memory. */
final class SessionDownload {

    private final DataService service;
    private final Delivery delivery;
    private final Clock clock;
    private final int pageSize;

    SessionDownload(DataService service, Delivery delivery, Clock clock, int pageSize) {
        this.service = service;
        this.delivery = delivery;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    /** Takes a page; it is not used afterwards. */
    @FunctionalInterface
    interface PageSink {
        void page(List<SessionReport> reports) throws PxGridException, InterruptedException;
    }

    /** Marks the beginning of a full download, before it is asked for. */
    Snapshot begin(Snapshot.Reason reason) {
        return new Snapshot(UUID.randomUUID(), Topic.SESSIONS, reason, clock.instant(), null);
    }

    /** Every session that ISE knows. */
    void all(Snapshot snapshot, PageSink sink) throws PxGridException, InterruptedException {
        service.call(ServiceWire.GET_SESSIONS, "{}", new Pages(ServiceWire.GET_SESSIONS, sink));
    }

    /**
     * Sessions that changed since then (ISE 3.0 and later).
     *
     * @return how many
     */
    long since(Instant start, PageSink sink) throws PxGridException, InterruptedException {
        return service.call(
                ServiceWire.GET_SESSIONS_FOR_RECOVERY,
                Json.object(ServiceWire.START_TIMESTAMP, WireTime.format(start)),
                new Pages(ServiceWire.GET_SESSIONS_FOR_RECOVERY, sink));
    }

    /** Reads an answer into pages. */
    private final class Pages implements DataService.Reader<Long>, SessionDocument.Sink<PxGridException> {

        private final String call;
        private final PageSink sink;
        private List<SessionReport> page = new ArrayList<>();
        private long count;

        Pages(String call, PageSink sink) {
            this.call = call;
            this.sink = sink;
        }

        @Override
        public Long read(InputStream body) throws IOException, PxGridException, InterruptedException {
            page.clear();
            count = 0;
            try {
                if (!SessionDocument.read(body, this).hasSessions()) {
                    throw new IOException("the answer to " + call + " has no sessions");
                }
                turn();
                return count;
            } catch (UnreadableDocumentException e) {
                throw new IOException("the answer to " + call + " is " + e.getMessage(), e);
            }
        }

        @Override
        public Long nothing() {
            return 0L;
        }

        @Override
        public void report(SessionReport report) throws PxGridException, InterruptedException {
            page.add(report);
            count++;
            if (page.size() >= pageSize) {
                turn();
            }
        }

        @Override
        public void unreadable(String reason, String element) throws PxGridException, InterruptedException {
            delivery.quarantine(
                    List.of(new QuarantinedMessage(Topic.SESSIONS, call, clock.instant(), reason, element)));
        }

        private void turn() throws PxGridException, InterruptedException {
            List<SessionReport> full = page;
            page = new ArrayList<>(pageSize);
            sink.page(full);
        }
    }
}
