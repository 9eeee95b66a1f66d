package clarion.simulator.ers;

import org.eclipse.jetty.server.Response;

/** What ERS and the OpenAPI do differently: paths, conditions, answers, and the form of a refusal. */
interface Dialect {

    /** The start of its paths. */
    String base();

    /** Refuses what must not be, before anything is done. */
    void check(ErsCall call, String user, Response response);

    /** Answers a call; under the lock of all calls. */
    ErsReply answer(ErsCall call);

    /** The answer that says why not. */
    ErsReply refuse(ErsCall call, ErsFault fault);

    /** By what faults know a call, the most exact name first. */
    String name(ErsCall call);
}
