package clarion.ejb.flows;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.ClarionException;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.AddressLog;
import clarion.domain.flows.identity.PartyResolver;
import clarion.domain.flows.identity.SegmentMacs;
import clarion.domain.flows.pairing.Knowledge;
import clarion.domain.flows.pairing.Pairing;
import clarion.domain.flows.pairing.PairingSettings;
import clarion.domain.flows.pairing.Watermark;
import clarion.domain.flows.text.FlowFileReader;
import clarion.domain.flows.text.FlowFileReport;
import clarion.domain.flows.text.LineError;
import clarion.domain.logging.ContextLogger;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Imports one file: a first pass learns what is a service and how disordered it is, a second one joins, identifies and
 * sets aside; one transaction adds all of it. Whatever fails before leaves nothing.
 */
final class FlowImportRun implements Runnable {

    private static final System.Logger LOG = ContextLogger.of(FlowImportRun.class);

    private static final int EXPORTERS = 100_000;
    private static final int MACS = 200_000;
    private static final int CHUNK = 200_000;
    private static final int FINDINGS = 1;
    private static final long NOTE_MILLIS = 2_000;

    private final long id;
    private final Path file;
    private final FlowSettings settings;
    private final FlowImportStepService steps;
    private final Clock clock;
    private final Exporters exporters = new Exporters(EXPORTERS);
    private final PartyNumbers numbers;
    private final SegmentMacs macs = new SegmentMacs(MACS);
    private final Buckets findings = new Buckets(FINDINGS);
    private final Hold hold = new Hold(0, CHUNK);
    private long bytesRead;
    private long records;
    private long conversations;
    private long outOfTime;
    private long staged;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long lastNote;

    FlowImportRun(
            long id,
            Path file,
            FlowSettings settings,
            FlowImportStepService steps,
            FlowCommitService service,
            Clock clock) {
        this.id = id;
        this.file = file;
        this.settings = settings;
        this.steps = steps;
        this.clock = clock;
        this.numbers = new PartyNumbers(service, exporters);
    }

    @Override
    public void run() {
        try {
            importAll();
            LOG.log(INFO, "event=flows-imported import={0} records={1}", id, records);
        } catch (IOException | RuntimeException e) {
            LOG.log(WARNING, "CLARION-FLW-010 event=import-failed import={0} cause=\"{1}\"", id, e.getMessage());
            fail(e);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(WARNING, "CLARION-FLW-011 event=import-file-left file={0}", file);
            }
        }
    }

    private void fail(Exception e) {
        String why = e instanceof ClarionException known
                ? String.valueOf(known.getMessage())
                : "The import failed (" + e.getMessage() + "). Nothing was added; send the file again.";
        try {
            steps.fail(id, why, null);
        } catch (RuntimeException again) {
            LOG.log(WARNING, "CLARION-FLW-012 event=import-left import={0}; it is given up in a few minutes", id);
        }
    }

    private void importAll() throws IOException {
        note(true);
        Knowledge knowledge = new Knowledge(PairingSettings.DEFAULTS);
        Watermark disorder = new Watermark();
        try (InputStream in = open()) {
            new FlowFileReader(exporters, 0).read(in, batch -> {
                knowledge.accept(batch);
                disorder.accept(batch);
                note(false);
            });
        }
        knowledge.freeze();
        bytesRead = 0;
        PairingSettings pairs = PairingSettings.DEFAULTS.withLateness(
                Math.max(PairingSettings.DEFAULTS.latenessMillis(), disorder.disorderMillis()));
        Pairing pairing = new Pairing(pairs, knowledge, conversation -> {
            conversations++;
            first = Math.min(first, conversation.firstMillis());
            last = Math.max(last, conversation.lastMillis());
            hold.add(conversation);
        });
        Watermark watermark = new Watermark();
        FlowFileReport report;
        try (InputStream in = open()) {
            report = new FlowFileReader(exporters).read(in, batch -> take(batch, pairing, watermark));
        }
        if (!report.complete()) {
            throw new IOException("the file breaks off after " + report.lines() + " lines");
        }
        pairing.finish();
        flush();
        complete(report);
    }

    private void take(FlowBatch batch, Pairing pairing, Watermark watermark) {
        records += batch.size();
        watermark.accept(batch);
        pairing.acceptHistory(batch, watermark.millis());
        if (hold.isOver()) {
            flush();
        }
        note(false);
    }

    /** Sets aside all that is held, by whom had its addresses. */
    private void flush() {
        Set<Address> addresses = new HashSet<>();
        Buckets buckets = new Buckets(Integer.MAX_VALUE);
        AddressLog log = new AddressLog();
        PartyResolver resolver = new PartyResolver(log, settings.networks(), macs);
        hold.forEach((key, totals) -> {
            addresses.add(key.client());
            addresses.add(key.server());
        });
        steps.changes(addresses).forEach(log::add);
        hold.release(Long.MAX_VALUE, (key, totals) -> buckets.add(key, totals, resolver));
        if (!buckets.isEmpty()) {
            FlowStore.Written written = steps.stage(id, buckets, numbersOf(buckets));
            staged += written.buckets();
            outOfTime += written.outOfTime();
            buckets.findings.forEach((finding, seen) -> findings.merge(finding, seen));
        }
    }

    private FlowStore.Numbers numbersOf(Buckets buckets) {
        return numbers.of(buckets, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void complete(FlowFileReport report) {
        List<String> errors =
                report.firstErrors().stream().map(LineError::toString).toList();
        FlowImportTable.Progress progress = new FlowImportTable.Progress(
                size(), report.lines(), report.records(), report.errors(), conversations, outOfTime);
        steps.complete(
                id,
                new FlowImportTable.Result(
                        progress,
                        staged,
                        conversations == 0 ? null : Instant.ofEpochMilli(first),
                        conversations == 0 ? null : Instant.ofEpochMilli(last),
                        report.fingerprint().toString(),
                        errors),
                findings,
                numbersOf(findings));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return bytesRead;
        }
    }

    private void note(boolean now) {
        long time = clock.millis();
        if (now || time - lastNote >= NOTE_MILLIS) {
            lastNote = time;
            if (!steps.note(id, new FlowImportTable.Progress(bytesRead, 0, records, 0, conversations, outOfTime))) {
                throw new IllegalStateException("it was given up, because nothing was heard of it for too long");
            }
        }
    }

    private InputStream open() throws IOException {
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                bytesRead += octet < 0 ? 0 : 1;
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                bytesRead += Math.max(0, n);
                return n;
            }
        };
    }
}
