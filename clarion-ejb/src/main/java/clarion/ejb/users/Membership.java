package clarion.ejb.users;

import org.jspecify.annotations.Nullable;

/**
 * A group that a user is in.
 *
 * @param name such as {@code corp.example/Groups/Staff}
 * @param type such as {@code ACTIVE_DIRECTORY}, as ISE wrote it
 */
public record Membership(String name, @Nullable String type) {}
