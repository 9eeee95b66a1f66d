package clarion.ejb.users;

import clarion.domain.users.UserIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a session report named a user.
 *
 * @param key the user's key in the database
 * @param identity who
 * @param userName as ISE wrote it, fit for the database
 * @param at ISE's time
 */
public record SeenUser(
        String key, UserIdentity identity, @Nullable String userName, Instant at) {}
