package clarion.simulator.api;

import static clarion.simulator.api.ControlRequest.number;
import static clarion.simulator.api.ControlRequest.string;

import clarion.simulator.Fault;
import clarion.simulator.Faults;
import clarion.simulator.IseSimulator;
import clarion.simulator.control.AccountState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be done to the simulator: faults, nodes, accounts. */
final class FaultRoutes {

    private static final Set<String> MEMBERS = Set.of(
            "kind", "target", "call", "topic", "service", "node", "status", "amount", "times", "seconds", "after");

    private final IseSimulator ise;

    FaultRoutes(IseSimulator ise) {
        this.ise = ise;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/faults", "the faults that are up", this::list),
                Route.of("POST", "/faults", "makes a fault happen, or puts it up", this::inject),
                Route.of("DELETE", "/faults", "takes every fault down", this::clear),
                Route.of("DELETE", "/faults/{id}", "takes a fault down", this::remove),
                Route.of("POST", "/nodes/{node}/crash", "resets a node's connections, refuses new ones", request -> {
                    ise.nodes().crash(node(request));
                    done(request);
                }),
                Route.of("POST", "/nodes/{node}/silence", "a node answers nothing, closes nothing", request -> {
                    ise.nodes().silence(node(request));
                    done(request);
                }),
                Route.of("POST", "/nodes/{node}/restore", "a node is back", request -> {
                    ise.nodes().restore(node(request));
                    done(request);
                }),
                Route.of("POST", "/accounts/{name}/{state}", "approves, disables, or keeps pending", this::account),
                Route.of("DELETE", "/accounts/{name}", "forgets an account", request -> {
                    ise.accounts().delete(request.inPath("name"));
                    done(request);
                }),
                Route.of("POST", "/approval/{how}", "auto or manual approval of accounts", this::approval),
                Route.of("POST", "/password-accounts/{on}", "on or off: AccountCreate", request -> {
                    ise.faults().allowPasswordAccounts(request.inPath("on").equals("on"));
                    done(request);
                }),
                Route.of("POST", "/services/{service}/{property}", "changes a property that lookups tell", request -> {
                    ise.services()
                            .setProperty(
                                    request.inPath("service"),
                                    request.inPath("property"),
                                    string(request.body(), "value"));
                    done(request);
                }));
    }

    private void inject(ControlRequest request) {
        String id = ise.inject(parse(request.body()));
        request.answer(Json.createObjectBuilder().add("id", id).build());
    }

    private static Fault parse(JsonObject body) {
        for (String member : body.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException("a fault has no " + member + "; it has " + MEMBERS);
            }
        }
        String kind = string(body, "kind");
        if (kind == null) {
            throw new IllegalArgumentException("kind is missing");
        }
        String target = null;
        for (String name : List.of("target", "call", "topic", "service")) {
            String given = string(body, name);
            target = given == null ? target : given;
        }
        double seconds = number(body, "seconds", -1);
        return new Fault(
                Fault.Kind.parse(kind),
                target,
                (int) number(body, "node", 0),
                (int) number(body, "status", 0),
                (long) number(body, "amount", 0),
                (int) number(body, "times", 0),
                seconds < 0 ? null : Duration.ofMillis((long) (seconds * 1000)),
                (int) number(body, "after", 0));
    }

    private void list(ControlRequest request) {
        JsonArrayBuilder faults = Json.createArrayBuilder();
        for (Faults.Active one : ise.faults().list()) {
            Fault fault = one.fault();
            JsonObjectBuilder entry = Json.createObjectBuilder()
                    .add("id", one.id())
                    .add("kind", fault.kind().toString());
            if (fault.target() != null) {
                entry.add("target", fault.target());
            }
            entry.add("node", fault.node()).add("status", fault.status()).add("amount", fault.amount());
            if (fault.times() > 0) {
                entry.add("timesLeft", one.left().get());
            }
            if (fault.lasting() != null) {
                entry.add("secondsLeft", (one.untilNanos() - System.nanoTime()) / 1_000_000_000.0);
            }
            faults.add(entry);
        }
        JsonObjectBuilder happened = Json.createObjectBuilder();
        for (Fault.Kind kind : Fault.Kind.values()) {
            if (ise.faults().happened(kind) > 0) {
                happened.add(kind.toString(), ise.faults().happened(kind));
            }
        }
        request.answer(Json.createObjectBuilder()
                .add("faults", faults)
                .add("happened", happened)
                .build());
    }

    private void clear(ControlRequest request) {
        ise.faults().clear();
        ise.faults().freeze(false);
        done(request);
    }

    private void remove(ControlRequest request) {
        boolean removed = ise.faults().remove(request.inPath("id"));
        request.answerText(removed ? 200 : 404, removed ? "done" : "no such fault");
    }

    private int node(ControlRequest request) {
        String node = request.inPath("node");
        if (!node.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("nodes are numbers from 1 on");
        }
        return Integer.parseInt(node);
    }

    private void account(ControlRequest request) {
        String state = request.inPath("state").toUpperCase(Locale.ROOT);
        AccountState next = switch (state) {
            case "APPROVE", "ENABLE", "ENABLED" -> AccountState.ENABLED;
            case "DISABLE", "DISABLED" -> AccountState.DISABLED;
            case "PENDING" -> AccountState.PENDING;
            default -> throw new IllegalArgumentException("approve, disable or pending, not " + state);
        };
        ise.accounts().set(request.inPath("name"), next);
        done(request);
    }

    private void approval(ControlRequest request) {
        String how = request.inPath("how");
        if (!Set.of("auto", "manual").contains(how)) {
            throw new IllegalArgumentException("approval is auto or manual, not " + how);
        }
        ise.accounts().autoApprove(how.equals("auto"));
        done(request);
    }

    private static void done(ControlRequest request) {
        request.answerText(200, "done");
    }
}
