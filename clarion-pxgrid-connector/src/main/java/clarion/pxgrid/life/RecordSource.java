package clarion.pxgrid.life;

import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.Json;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.topics.RecordDocument;
import clarion.pxgrid.topics.RecordForm;
import clarion.pxgrid.topics.TopicService;
import clarion.pxgrid.topics.TopicService.Paging;
import clarion.pxgrid.topics.UnreadableDocumentException;
import clarion.pxgrid.topics.WireTime;
import clarion.pxgrid.wire.ServiceWire;
import clarion.pxgrid.wire.TrustSecWire;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a topic's records by REST.
 *
 * <p>TrustSec's calls are made without a page at first, since releases before 3.1 have none and all give everything
 * then; with a start time they tell what was changed, and from 3.1 on also what was deleted. Only what an answer's
 * {@code totalCount} shows to be missing is asked for by index. Endpoints must be asked for by pages. A server that
 * ignores the index, and begins anew with every page, is told by its first record.
 */
final class RecordSource implements Source<IseRecord> {

    /** ISE's own limit for a page of endpoints. */
    private static final int ENDPOINTS_A_PAGE = 1000;

    /** Far more pages than any ISE has: an answer that never ends must. */
    private static final int MOST_PAGES = 100_000;

    private final TopicService topic;
    private final RecordForm form;
    private final ServiceCalls service;
    private final Clock clock;
    private final int pageSize;

    RecordSource(TopicService topic, ServiceCalls service, Clock clock, int pageSize) {
        this.topic = topic;
        this.form = Objects.requireNonNull(topic.form());
        this.service = service;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    @Override
    public boolean canDownload() {
        return topic.download() != null;
    }

    @Override
    public boolean canRecover() {
        return topic.recovery() != null;
    }

    /** TrustSec's events may have no time, and Clarion's clock need not be ISE's, which remembers for a day. */
    @Override
    public Duration margin() {
        return topic.paging() == Paging.RECORDS ? Memory.RECOVERABLE : Duration.ZERO;
    }

    @Override
    public void download(Page.Sink<IseRecord> sink) throws PxGridException, InterruptedException {
        String call = Objects.requireNonNull(topic.download());
        if (topic.paging() == Paging.ENDPOINTS) {
            endpoints(call, ServiceWire.START_CREATE_TIMESTAMP, Instant.EPOCH, sink);
        } else {
            var unused = all(call, null, sink);
            parents(sink);
        }
    }

    /** The matrices, from 3.2 on; the cells of one that no cell named are asked for apart. */
    private void parents(Page.Sink<IseRecord> sink) throws PxGridException, InterruptedException {
        RecordForm parents = topic.parents();
        if (parents == null) {
            return;
        }
        List<String> matrices = new ArrayList<>();
        String call = ServiceWire.GET_EGRESS_MATRICES;
        try {
            var unused = service.call(call, "{}", new Pages(call, parents, page -> {
                page.elements().forEach(matrix -> matrices.add(matrix.key()));
                sink.page(page);
            }));
        } catch (PxGridException e) {
            if (e.fault() != Fault.CALL_NOT_SUPPORTED) {
                throw e;
            }
        }
        for (String matrix : matrices.size() > 1 ? matrices : List.<String>of()) {
            String cells = Objects.requireNonNull(topic.download());
            var unused = service.call(cells, Json.object(TrustSecWire.MATRIX_ID, matrix), new Pages(cells, sink));
        }
    }

    @Override
    public void recover(Instant since, Page.Sink<IseRecord> sink) throws PxGridException, InterruptedException {
        String call = Objects.requireNonNull(topic.recovery());
        if (topic.paging() == Paging.ENDPOINTS) {
            endpoints(call, ServiceWire.START_UPDATE_TIMESTAMP, since, sink);
        } else if (topic.paging() == Paging.RECORDS) {
            if (!all(call, since, sink)) {
                throw new PxGridException(
                        Fault.CALL_NOT_SUPPORTED, "This ISE does not tell by " + call + " what was deleted.");
            }
        } else {
            service.call(call, Json.object(ServiceWire.START_TIMESTAMP, WireTime.format(since)), new Pages(call, sink));
        }
    }

    /**
     * Everything, or what was changed or deleted since a time.
     *
     * @return whether it was told what was deleted: only releases from 3.1 on do, and only since a time
     */
    private boolean all(String call, @Nullable Instant since, Page.Sink<IseRecord> sink)
            throws PxGridException, InterruptedException {
        JsonObject request = since == null
                ? JsonObject.EMPTY_JSON_OBJECT
                : Json.PROVIDER
                        .createObjectBuilder()
                        .add(ServiceWire.START_TIMESTAMP, WireTime.format(since))
                        .build();
        Answer answer = service.call(call, request.toString(), new Pages(call, sink));
        boolean tellsDeleted = answer.tellsDeleted();
        long seen = answer.count();
        for (int page = 1; page < MOST_PAGES && topic.paging() == Paging.RECORDS; page++) {
            if (answer.count() == 0 || answer.total() == null || seen >= answer.total()) {
                return tellsDeleted;
            }
            String more = Json.PROVIDER
                    .createObjectBuilder(request)
                    .add(ServiceWire.START_INDEX, seen)
                    .add(ServiceWire.RECORD_COUNT, answer.count())
                    .build()
                    .toString();
            Answer next = service.call(call, more, new Pages(call, sink));
            if (Objects.equals(next.firstKey(), answer.firstKey())) {
                return tellsDeleted; // it begins anew each time
            }
            seen += next.count();
            answer = next;
        }
        return tellsDeleted;
    }

    private void endpoints(String call, String startName, Instant start, Page.Sink<IseRecord> sink)
            throws PxGridException, InterruptedException {
        String before = null;
        long index = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonObjectBuilder request = Json.PROVIDER
                    .createObjectBuilder()
                    .add(startName, WireTime.format(start))
                    .add(ServiceWire.START_INDEX, index)
                    .add(ServiceWire.COUNT, ENDPOINTS_A_PAGE);
            Answer answer = service.call(call, request.build().toString(), new Pages(call, sink));
            boolean again = before != null && before.equals(answer.firstKey());
            if (answer.count() < ENDPOINTS_A_PAGE || answer.count() > ENDPOINTS_A_PAGE || again) {
                return; // the last page, or a server that gives all at once, or the same each time
            }
            before = answer.firstKey();
            index += answer.count();
        }
        throw new PxGridException(Fault.DATA_CALL_FAILED, call + " gives pages without end.");
    }

    /** What an answer held; the count and the first are of what is there, not of what was deleted. */
    private record Answer(
            long count, @Nullable Long total, @Nullable String firstKey, boolean tellsDeleted) {}

    /** Reads an answer into pages. */
    private final class Pages implements DataService.Reader<Answer>, RecordDocument.Sink<RuntimeException> {

        private final String call;
        private final RecordForm answer;
        private final Page.Sink<IseRecord> sink;
        private List<IseRecord> records = new ArrayList<>();
        private List<QuarantinedMessage> unreadable = new ArrayList<>();
        private long count;
        private @Nullable String firstKey;

        Pages(String call, Page.Sink<IseRecord> sink) {
            this(call, form, sink);
        }

        Pages(String call, RecordForm answer, Page.Sink<IseRecord> sink) {
            this.call = call;
            this.answer = answer;
            this.sink = sink;
        }

        @Override
        public Answer read(InputStream body) throws IOException, InterruptedException {
            records.clear();
            unreadable.clear();
            count = 0;
            firstKey = null;
            try {
                RecordDocument.Summary summary = RecordDocument.readAnswer(body, answer, this);
                turn();
                return new Answer(count, summary.total(), firstKey, summary.tellsDeleted());
            } catch (UnreadableDocumentException e) {
                throw new IOException("the answer to " + call + " is " + e.getMessage(), e);
            }
        }

        @Override
        public Answer nothing() {
            return new Answer(0, null, null, false);
        }

        @Override
        public void record(IseRecord record) throws InterruptedException {
            if (!record.deleted()) {
                count++;
                firstKey = firstKey == null ? record.key() : firstKey;
            }
            records.add(record);
            turnIfFull();
        }

        @Override
        public void unreadable(String reason, String element) throws InterruptedException {
            unreadable.add(new QuarantinedMessage(topic.topic(), call, clock.instant(), reason, element));
            count++;
            turnIfFull();
        }

        private void turnIfFull() throws InterruptedException {
            if (records.size() + unreadable.size() >= pageSize) {
                turn();
            }
        }

        private void turn() throws InterruptedException {
            sink.page(new Page<>(records, unreadable));
            records = new ArrayList<>();
            unreadable = new ArrayList<>();
        }
    }
}
