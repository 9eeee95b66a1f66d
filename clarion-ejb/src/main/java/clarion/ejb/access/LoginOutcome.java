package clarion.ejb.access;

import java.time.Duration;

/** How a check of a user name and password ended. */
public sealed interface LoginOutcome {

    /**
     * The console session that was opened.
     *
     * @param sessionToken the cookie's value; known to the caller alone from now on
     */
    record Opened(String sessionToken, Identity identity) implements LoginOutcome {}

    /** Wrong name, wrong password or a disabled account; which of them is not said. */
    record Refused() implements LoginOutcome {}

    /**
     * Too many guesses; the password was not looked at.
     *
     * @param delay until another guess is allowed, in whole seconds
     */
    record Throttled(Duration delay) implements LoginOutcome {}
}
