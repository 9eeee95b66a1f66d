package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import jakarta.persistence.Embeddable;

/** A further address of a session, after the first one. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by JPA
public class SessionAddress {

    private String ip;

    /** From 1, in ISE's order. */
    private int position;

    protected SessionAddress() {}

    public int position() {
        return position;
    }

    public IpAddress ip() {
        return IpAddress.parse(ip);
    }
}
