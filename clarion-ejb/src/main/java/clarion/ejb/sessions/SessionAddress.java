package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import jakarta.persistence.Embeddable;

/** One address of a session; its place among them is ISE's order. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by JPA
public class SessionAddress {

    private String ip;

    protected SessionAddress() {}

    public IpAddress ip() {
        return IpAddress.parse(ip);
    }
}
