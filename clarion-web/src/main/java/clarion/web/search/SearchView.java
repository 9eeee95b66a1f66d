package clarion.web.search;

import clarion.ejb.groups.GroupRow;
import clarion.web.devices.DeviceView;
import clarion.web.sessions.SessionView;
import clarion.web.users.UserView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text was found in, a few of each kind. */
public record SearchView(
        List<DeviceView> devices, List<UserView> users, List<SessionView> sessions, List<FoundGroup> groups) {

    /**
     * @param sgt absent if ISE's catalogue has no group of that name
     * @param liveSessions sessions that carry the name now
     */
    public record FoundGroup(String name, @Nullable Integer sgt, long liveSessions) {

        static FoundGroup of(GroupRow row) {
            return new FoundGroup(row.name(), row.sgt(), row.liveSessions());
        }
    }
}
