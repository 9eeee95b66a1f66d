package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.Json;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.sessions.SessionDocument;
import clarion.pxgrid.topics.UnreadableDocumentException;
import clarion.pxgrid.topics.WireTime;
import clarion.pxgrid.wire.ServiceWire;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fetches sessions by REST, page by page; never more than some pages are in memory. */
final class SessionSource implements Source<SessionReport> {

    private final ServiceCalls service;
    private final Clock clock;
    private final int pageSize;

    SessionSource(ServiceCalls service, Clock clock, int pageSize) {
        this.service = service;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    @Override
    public boolean canDownload() {
        return true;
    }

    @Override
    public boolean canRecover() {
        return true;
    }

    @Override
    public void download(Page.Sink<SessionReport> sink) throws PxGridException, InterruptedException {
        service.call(ServiceWire.GET_SESSIONS, "{}", new Pages(ServiceWire.GET_SESSIONS, sink));
    }

    @Override
    public void recover(Instant since, Page.Sink<SessionReport> sink) throws PxGridException, InterruptedException {
        service.call(
                ServiceWire.GET_SESSIONS_FOR_RECOVERY,
                Json.object(ServiceWire.START_TIMESTAMP, WireTime.format(since)),
                new Pages(ServiceWire.GET_SESSIONS_FOR_RECOVERY, sink));
    }

    /** Reads an answer into pages. */
    private final class Pages implements DataService.Reader<Boolean>, SessionDocument.Sink<RuntimeException> {

        private final String call;
        private final Page.Sink<SessionReport> sink;
        private List<SessionReport> reports = new ArrayList<>();
        private List<QuarantinedMessage> unreadable = new ArrayList<>();

        Pages(String call, Page.Sink<SessionReport> sink) {
            this.call = call;
            this.sink = sink;
        }

        @Override
        public Boolean read(InputStream body) throws IOException, InterruptedException {
            reports.clear();
            unreadable.clear();
            try {
                if (!SessionDocument.read(body, this).hasSessions()) {
                    throw new IOException("the answer to " + call + " has no sessions");
                }
                turn();
                return true;
            } catch (UnreadableDocumentException e) {
                throw new IOException("the answer to " + call + " is " + e.getMessage(), e);
            }
        }

        @Override
        public Boolean nothing() {
            return false;
        }

        @Override
        public void report(SessionReport report) throws InterruptedException {
            reports.add(report);
            if (reports.size() >= pageSize) {
                turn();
            }
        }

        @Override
        public void unreadable(String reason, String element) throws InterruptedException {
            unreadable.add(new QuarantinedMessage(Topic.SESSIONS, call, clock.instant(), reason, element));
            if (unreadable.size() >= pageSize) {
                turn();
            }
        }

        private void turn() throws InterruptedException {
            sink.page(new Page<>(reports, unreadable));
            reports = new ArrayList<>(pageSize);
            unreadable = new ArrayList<>();
        }
    }
}
