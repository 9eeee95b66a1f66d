package clarion.domain.flows.wire;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Exporters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one exporter. Whoever reads its packets holds its monitor. */
final class ExporterState {

    final IpAddress address;
    final boolean known;

    final NameTable names;
    final PendingSets pending;
    final Map<DecodeError, Long> errors = new EnumMap<>(DecodeError.class);

    /** Its number among {@link Exporters}; given once it has sent a record. */
    int number = -1;

    final long firstSeen;
    volatile long lastSeen;
    int versions;
    long packets;
    long records;
    long ignored;
    long gaps;
    long missing;
    long withdrawals;
    long replaced;
    long corrected;
    long clockOffset;

    private final DecoderLimits limits;
    private final Budget templateFields;
    private final Map<Long, DomainState> domains = new HashMap<>();
    private @Nullable DomainState recent;
    private int templates;
    private boolean closed;

    ExporterState(IpAddress address, boolean known, DecoderLimits limits, Budgets budgets, long now) {
        this.address = address;
        this.known = known;
        this.limits = limits;
        this.names = new NameTable(limits, budgets.names());
        this.pending = new PendingSets(limits, budgets.pendingBytes());
        this.templateFields = budgets.templateFields();
        this.firstSeen = now;
        this.lastSeen = now;
    }

    void error(DecodeError error) {
        errors.merge(error, 1L, Long::sum);
    }

    /** The domain with this id, made where it is not there yet. */
    DomainState domain(int version, long id) {
        DomainState last = recent;
        if (last != null && last.id == id && last.version == version) {
            return last;
        }
        DomainState found = domains.get(key(version, id));
        if (found == null) {
            DomainState all = id == 0 ? null : domain(version, 0);
            if (domains.size() >= DecoderLimits.DOMAINS) {
                domains.values().stream()
                        .filter(each -> each != all)
                        .min(Comparator.comparingLong(each -> each.lastSeen))
                        .ifPresent(this::forget);
            }
            found = new DomainState(version, id, all);
            domains.put(key(version, id), found);
        }
        recent = found;
        return found;
    }

    private static long key(int version, long id) {
        return (long) version << 32 | id;
    }

    private void forget(DomainState domain) {
        domains.remove(key(domain.version, domain.id));
        pending.forget(domain);
        domain.templates.values().forEach(this::release);
        domain.templates.clear();
    }

    /** The template of an id; null if it was not announced, or too long ago. */
    @Nullable
    Template template(DomainState domain, int id, long now) {
        Template found = domain.templates.get(id);
        if (found == null) {
            return null;
        }
        if (now - found.announced > limits.templateExpiry().toMillis()) {
            remove(domain, found);
            return null;
        }
        found.used = now;
        return found;
    }

    /** Takes a template that was announced; false if there is no room. */
    boolean announce(DomainState domain, Template template) {
        Template before = domain.templates.get(template.id);
        if (before != null) {
            if (before.isSameAs(template)) {
                before.announced = template.announced;
                return true;
            }
            remove(domain, before);
            replaced++;
        }
        if (templates >= limits.templates()) {
            removeLongestUnused();
        }
        if (!templateFields.take(template.keys.length)) {
            return false;
        }
        templates++;
        domain.templates.put(template.id, template);
        return true;
    }

    /** Many at once, so that an exporter that announces without end does not have all looked at for each. */
    private void removeLongestUnused() {
        record Owned(DomainState domain, Template template) {}
        domains.values().stream()
                .flatMap(domain -> domain.templates.values().stream().map(each -> new Owned(domain, each)))
                .sorted(Comparator.comparingLong(each -> each.template.used))
                .limit(Math.max(1, limits.templates() / 4))
                .toList()
                .forEach(each -> remove(each.domain, each.template));
    }

    private void remove(DomainState domain, Template template) {
        domain.templates.remove(template.id);
        release(template);
    }

    private void release(Template template) {
        templates--;
        templateFields.giveBack(template.keys.length);
    }

    /** Forgets what is too old at {@code now}. */
    void expire(long now) {
        long expiry = limits.templateExpiry().toMillis();
        for (DomainState domain : domains.values()) {
            domain.templates.values().removeIf(template -> {
                boolean old = now - template.announced > expiry;
                if (old) {
                    release(template);
                }
                return old;
            });
        }
        pending.expire(now);
    }

    /** Gives back all that it took of what exporters share. */
    void close() {
        closed = true;
        List.copyOf(domains.values()).forEach(this::forget);
        pending.clear();
        names.clear();
        recent = null;
    }

    /** True once it is forgotten: whoever still has it must look for it anew. */
    boolean isClosed() {
        return closed;
    }

    ExporterStatistics statistics() {
        return ExporterStatistics.of(this, List.copyOf(domains.values()), templates);
    }
}
