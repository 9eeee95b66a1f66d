package clarion.ejb.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.audit.Actor;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/** Takes files of flows, imports them on the container's threads, and says how far that is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlowImportService {

    private final Lists lists;
    private final FlowSettings settings;
    private final FlowImportStepService steps;
    private final FlowCommitService service;
    private final Clock clock;

    @Resource
    private ManagedExecutorService executor;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowImportService() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the executor comes with the container
    public FlowImportService(
            Lists lists, FlowSettings settings, FlowImportStepService steps, FlowCommitService service, Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.steps = steps;
        this.service = service;
        this.clock = clock;
    }

    /** Keeps the file and begins to import it. */
    public FlowImport submit(String name, Actor actor, InputStream body) {
        Path file = keep(body);
        boolean begun = false;
        try {
            long id = steps.open(
                    name, actor, Long.toString(ProcessHandle.current().pid()), Files.size(file));
            try {
                executor.execute(new FlowImportRun(id, file, settings, steps, service, clock));
                begun = true;
            } catch (RejectedExecutionException e) {
                steps.fail(id, "The server has no thread for it; send the file again later.", null);
            }
            return get(id);
        } catch (IOException e) {
            throw noRoom(e);
        } finally {
            if (!begun) {
                delete(file);
            }
        }
    }

    private Path keep(InputStream body) {
        Path file = null;
        boolean kept = false;
        try {
            file = Files.createTempFile("clarion-flows", ".import");
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(body, out);
            }
            kept = true;
            return file;
        } catch (IOException e) {
            throw noRoom(e);
        } finally {
            if (!kept && file != null) {
                delete(file);
            }
        }
    }

    private void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            size += n;
            if (size > settings.mostImportBytes()) {
                throw new ClarionException(
                        ProblemType.PAYLOAD_TOO_LARGE,
                        "The file is larger than " + settings.mostImportBytes()
                                + " octets; compress it with gzip, send it in"
                                + " parts, or raise clarion.flows.import-most-megabytes.",
                        Map.of("limitBytes", settings.mostImportBytes()));
            }
            out.write(buffer, 0, n);
        }
    }

    private static ClarionException noRoom(IOException e) {
        return new ClarionException(
                ProblemType.UNAVAILABLE,
                "The file cannot be kept in the server's temporary directory (" + e.getMessage()
                        + "); make room there and send it again.",
                e);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /** A page of all imports. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED) // reads are bounded by their transaction
    public Page<FlowImport> list(ListQuery query) {
        return lists.page(query, FlowImportList::read);
    }

    /**
     * One import.
     *
     * @throws ClarionException NOT_FOUND
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public FlowImport get(long id) {
        return lists.find(FlowImportList.DEFINITION, Scope.of("i.id = ?", id), List.of(), FlowImportList::read)
                .orElseThrow(() -> new ClarionException(ProblemType.NOT_FOUND, "There is no import " + id + "."));
    }
}
