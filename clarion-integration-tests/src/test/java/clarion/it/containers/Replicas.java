package clarion.it.containers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The containers of the API, replaced one by one as docs/operating.md says. */
final class Replicas {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String KILLED = "137";

    private final Demo demo;

    Replicas(Demo demo) {
        this.demo = demo;
    }

    /** The ids of those that run. */
    List<String> running() {
        return demo.compose(PATIENCE, "ps", "--quiet", "api").orFail().lines().toList();
    }

    /**
     * Starts one more of an image beside those that run, and waits until it is healthy.
     *
     * @return its id
     */
    String add(String image) {
        List<String> before = running();
        demo.composeWith(
                        image,
                        PATIENCE,
                        "up",
                        "--detach",
                        "--no-build",
                        "--no-deps",
                        "--no-recreate",
                        "--scale",
                        "api=" + (before.size() + 1),
                        "--wait",
                        "--wait-timeout",
                        "180",
                        "api")
                .orFail();
        List<String> added = new ArrayList<>(running());
        added.removeAll(before);
        if (added.size() != 1) {
            throw new AssertionError("one more than " + before + " was asked for; there are " + added + " besides");
        }
        return added.get(0);
    }

    /** Ends one in good order, and removes it; it must end by itself. */
    void stop(String id) {
        demo.docker("stop", id).orFail();
        String exit = demo.docker("inspect", "--format", "{{.State.ExitCode}}", id)
                .orFail()
                .strip();
        if (exit.equals(KILLED)) {
            throw new AssertionError("the container did not end when it was told to, and was killed");
        }
        demo.docker("rm", "--volumes", id).orFail();
    }

    /** Ends one at once, in the middle of whatever it does, and removes it. */
    void kill(String id) {
        demo.docker("rm", "--force", "--volumes", id).orFail();
    }

    /** Runs a command in one. */
    String in(String id, String... command) {
        return demo.docker(
                        Stream.concat(Stream.of("exec", id), Stream.of(command)).toArray(String[]::new))
                .orFail()
                .strip();
    }
}
