package clarion.ejb.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.listing.Scope;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What tells conversations apart in lists: the seven numbers of their key, separated by dots. */
public final class ConversationId {

    private static final Pattern SPELLING = Pattern.compile("(-?[0-9]{1,10}\\.){6}-?[0-9]{1,10}");

    private final Object[] numbers;

    private ConversationId(Object[] numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads an id of the list of conversations.
     *
     * @throws ClarionException NOT_FOUND if it cannot be one
     */
    public static ConversationId parse(String text) {
        if (!SPELLING.matcher(text).matches()) {
            throw new ClarionException(
                    ProblemType.NOT_FOUND,
                    "There is no conversation '" + text + "'; take the id from the list of conversations.");
        }
        return new ConversationId(
                Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toArray());
    }

    Scope scope(FlowWindow window) {
        return window.scope(
                "b.client = ? AND b.server = ? AND b.protocol = ? AND b.service = ? AND b.service_last = ?"
                        + " AND b.client_sgt = ? AND b.server_sgt = ?",
                numbers);
    }
}
