package clarion.it.campaign;

import static java.util.Objects.requireNonNull;

import clarion.it.harness.World;
import clarion.simulator.Fault;
import clarion.simulator.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What may go wrong in a round: faults of ISE, of the network, and the death of processes. */
enum Calamity {
    GAP(Kind.GAP),
    DUPLICATE(Kind.DUPLICATE),
    REORDER(Kind.REORDER),
    MALFORMED(Kind.MALFORMED),
    WRONG_TYPES(Kind.WRONG_TYPES),
    OVERSIZE(Kind.OVERSIZE),
    SPLIT(Kind.SPLIT),
    FRAGMENT(Kind.FRAGMENT),
    MERGE(Kind.MERGE),
    TEXT(Kind.TEXT),
    SLOW(Kind.SLOW),
    HALF_OPEN(Kind.HALF_OPEN),
    DROP(Kind.DROP),
    RESET(Kind.RESET),
    ERROR(Kind.ERROR),
    PUBLISHER_RESTART(Kind.PUBLISHER_RESTART),
    ROTATE_SECRETS(Kind.ROTATE_SECRETS),
    CERTIFICATE(Kind.CERTIFICATE),
    NODE_LOSS(Kind.NODE_LOSS),
    RENAME_TOPIC(Kind.RENAME_TOPIC),
    RENAME_URL(Kind.RENAME_URL),
    STATUS(Kind.STATUS),
    TRUNCATE(Kind.TRUNCATE),
    NO_CONTENT_TYPE(Kind.NO_CONTENT_TYPE),
    EMPTY_LOOKUP(Kind.EMPTY_LOOKUP),
    KILL_CLARION(null),
    KILL_POSTGRES(null);

    private static final List<String> CALLS = List.of(
            "ServiceLookup", "AccessSecret", "AccountActivate", "getSessions", "getSessionsForRecovery", "upgrade");

    private static final Duration MOMENT = Duration.ofSeconds(2);

    /** More than the largest message that Clarion takes in the campaign. */
    static final int TOO_LARGE = 3 << 20;

    private final @Nullable Kind kind;

    Calamity(@Nullable Kind kind) {
        this.kind = kind;
    }

    /** Some calamities for a round, in an order. */
    static List<Calamity> some(RandomGenerator random) {
        List<Calamity> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            some.add(values()[random.nextInt(values().length)]);
        }
        return some;
    }

    /** Lets it happen. A process that was killed is started again. */
    void strike(World world, RandomGenerator random) {
        if (kind == null) {
            kill(world);
        } else {
            world.ise().inject(fault(world, random));
        }
        if (this == RENAME_TOPIC) {
            world.ise().inject(Fault.of(Kind.DROP)); // a name changes with a restart of ISE's services only
        }
    }

    private void kill(World world) {
        if (this == KILL_CLARION) {
            world.clarion().kill();
            world.clarion().start();
        } else {
            world.postgres().kill();
            world.postgres().start();
        }
    }

    private Fault fault(World world, RandomGenerator random) {
        int node = random.nextInt(world.ise().nodes().count() + 1);
        Fault any = Fault.of(requireNonNull(kind)).at(node);
        Fault ofSessions = Fault.of(kind, "sessions").times(1 + random.nextInt(3));
        return switch (this) {
            case SLOW -> any.withAmount(50).lasting(MOMENT);
            case HALF_OPEN -> any.lasting(MOMENT.multipliedBy(3));
            case DROP -> any.withStatus(List.of(1001, 1006, 1012).get(random.nextInt(3)));
            case RESET, ERROR, ROTATE_SECRETS -> any;
            case PUBLISHER_RESTART, RENAME_TOPIC -> Fault.of(kind, "sessions");
            case RENAME_URL -> Fault.of(kind, "com.cisco.ise.session");
            case CERTIFICATE ->
                Fault.of(kind, random.nextBoolean() ? "renewed" : "expired")
                        .at(node)
                        .lasting(MOMENT);
            case NODE_LOSS ->
                Fault.of(kind, random.nextBoolean() ? "reset" : "silent")
                        .at(1 + random.nextInt(2))
                        .lasting(MOMENT);
            case STATUS -> call(random).withStatus(List.of(401, 403, 500, 503).get(random.nextInt(4)));
            case TRUNCATE -> call(random).withAmount(random.nextInt(5_000));
            case NO_CONTENT_TYPE -> call(random);
            case EMPTY_LOOKUP -> Fault.of(kind, "com.cisco.ise.session").times(2);
            case OVERSIZE -> ofSessions.times(1).withAmount(TOO_LARGE);
            default -> ofSessions;
        };
    }

    private Fault call(RandomGenerator random) {
        return Fault.of(requireNonNull(kind), CALLS.get(random.nextInt(CALLS.size())))
                .times(1 + random.nextInt(3));
    }
}
