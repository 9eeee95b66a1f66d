package clarion.simulator;

import clarion.simulator.control.Accounts;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.ers.IseApi;
import clarion.simulator.pubsub.Broker;
import clarion.simulator.topics.IseTopic;
import clarion.simulator.topics.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes faults happen: at once, or by leaving them for their occasion. */
final class FaultInjector {

    private static final int ABNORMAL = 1006;

    private final Faults faults;
    private final Nodes nodes;
    private final Broker broker;
    private final Topics topics;
    private final Services services;
    private final Accounts accounts;
    private final ScheduledExecutorService scheduler;
    private final IseApi api;
    private int renamed;

    FaultInjector(
            Faults faults,
            Nodes nodes,
            Broker broker,
            Topics topics,
            Services services,
            Accounts accounts,
            ScheduledExecutorService scheduler,
            IseApi api) {
        this.faults = faults;
        this.nodes = nodes;
        this.broker = broker;
        this.topics = topics;
        this.services = services;
        this.accounts = accounts;
        this.scheduler = scheduler;
        this.api = api;
    }

    /** @return the id by which to take it down, or {@code done} if it has happened */
    String inject(Fault fault) {
        if (fault.node() > nodes.count()) {
            throw new IllegalArgumentException("there are nodes 1 to " + nodes.count());
        }
        if (!fault.kind().isImmediate()) {
            return faults.add(fault);
        }
        switch (fault.kind()) {
            case DROP -> drop(fault);
            case RESET -> nodes.reset(fault.node());
            case ERROR -> broker.fail(fault.node(), fault.target() == null ? "simulated fault" : fault.target());
            case PUBLISHER_RESTART -> restart(fault.target());
            case ROTATE_SECRETS -> accounts.rotateSecrets();
            case CERTIFICATE -> certificate(fault);
            case NODE_LOSS -> lose(fault);
            case RENAME_TOPIC -> renameTopic(topic(fault.target()));
            case RENAME_URL -> renameUrl(fault.target() == null ? ServiceNode.SESSION : fault.target());
            case EXPIRE_SESSIONS -> api.expireSessions();
            case PAN_FAILOVER -> api.failOver(fault.lasting() == null ? Duration.ZERO : fault.lasting());
            default -> throw new IllegalStateException(fault.kind() + " is not immediate");
        }
        return "done";
    }

    private void drop(Fault fault) {
        if (fault.status() == 0 || fault.status() == ABNORMAL) {
            broker.dropConnections(fault.node());
        } else {
            broker.closeConnections(fault.node(), fault.status());
        }
    }

    private void restart(@Nullable String target) {
        for (IseTopic topic : IseTopic.values()) {
            if (target == null || target.equals(topic.id())) {
                topics.of(topic).restart();
            }
        }
    }

    private void certificate(Fault fault) {
        nodes.present(fault.node(), fault.target() == null ? "renewed" : fault.target());
        later(fault, () -> nodes.present(fault.node(), "own"));
    }

    private void lose(Fault fault) {
        int node = Math.max(1, fault.node());
        String how = fault.target() == null ? "reset" : fault.target();
        switch (how) {
            case "reset" -> nodes.crash(node);
            case "silent" -> nodes.silence(node);
            default -> throw new IllegalArgumentException("a node is lost by reset or silent, not " + how);
        }
        later(fault, () -> nodes.restore(node));
    }

    private synchronized void renameTopic(IseTopic topic) {
        services.setProperty(topic.service(), topic.property(), topic.destination() + ".r" + ++renamed);
    }

    private synchronized void renameUrl(String service) {
        String suffix = "/r" + ++renamed;
        services.rename(service, url -> {
            URI old = URI.create(url);
            String path = old.getPath().replaceFirst("/r[0-9]+$", "");
            return old.getScheme() + "://" + old.getRawAuthority() + path + suffix;
        });
    }

    private static IseTopic topic(@Nullable String id) {
        return IseTopic.of(id == null ? IseTopic.SESSIONS.id() : id)
                .orElseThrow(() -> new IllegalArgumentException("no such topic: " + id));
    }

    private void later(Fault fault, Runnable end) {
        if (fault.lasting() != null) {
            ScheduledFuture<?> unused = scheduler.schedule(end, fault.lasting().toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
