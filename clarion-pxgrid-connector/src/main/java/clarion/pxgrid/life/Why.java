package clarion.pxgrid.life;

import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Topic;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what a state means at the moment. */
final class Why {

    private Why() {}

    static @Nullable String of(Life life, @Nullable Problem problem, TopicBoard topics) {
        if (life instanceof Life.Disabled) {
            return "No controller is configured (clarion.pxgrid.controllers).";
        } else if (life instanceof Life.Standby standby) {
            return standby.why();
        } else if (life instanceof Life.Stopped) {
            return problem == null ? "An operator stopped the connector." : problem.what();
        } else if (life instanceof Life.Activating) {
            return "Asking the controller how the account stands.";
        } else if (life instanceof Life.LookingUp) {
            return "Asking the controller who provides the services.";
        } else if (life instanceof Life.Connecting connecting) {
            return "Opening the stream from " + connecting.node() + ".";
        } else if (life instanceof Life.Syncing syncing) {
            return "Connected to " + syncing.node() + "; fetching what the stream alone does not tell.";
        } else if (life instanceof Life.Live live) {
            return problem == null ? live(live, topics) : problem.what();
        }
        if (life instanceof Life.Degraded degraded) {
            return "Connected to " + degraded.node() + " without sessions; " + topics.count(TopicState.LIVE)
                    + " other topics are live. " + degraded.problem().what();
        }
        Problem cause = life.problem();
        return cause == null ? null : cause.what();
    }

    private static String live(Life.Live live, TopicBoard topics) {
        return "Connected to " + live.node() + "; " + topics.count(TopicState.LIVE) + " of " + Topic.values().length
                + " topics are live.";
    }
}
