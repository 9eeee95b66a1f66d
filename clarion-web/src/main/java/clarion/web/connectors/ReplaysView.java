package clarion.web.connectors;

import java.util.List;

/**
 * Replays, the newest first.
 *
 * @param items at most the latest hundred
 */
public record ReplaysView(List<ReplayView> items) {

    public ReplaysView {
        items = List.copyOf(items);
    }
}
