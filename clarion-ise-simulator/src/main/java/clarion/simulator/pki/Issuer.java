package clarion.simulator.pki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/** Issues certificates of one CA, right ones and, for fault tests, wrong ones. */
public final class Issuer {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration LIFE = Duration.ofDays(730);

    private final Identity authority;
    private final Clock clock;

    Issuer(Identity authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    static Issuer create(Clock clock) {
        Instant from = clock.instant().minus(Duration.ofDays(1));
        return new Issuer(
                CertificateMint.authority(
                        "CN=Simulated ISE Root CA,OU=Certificate Services,O=Clarion simulator",
                        from,
                        from.plus(AUTHORITY_LIFE)),
                clock);
    }

    /** A CA that nobody trusts, with the same subject: what "wrong CA" looks like. */
    public Issuer stranger() {
        return create(clock);
    }

    public Identity authority() {
        return authority;
    }

    /** A server certificate for {@code hosts}: DNS names and IP addresses; the first one is its CN. */
    public Identity server(List<String> hosts) {
        return issue("CN=" + hosts.get(0) + ",O=Clarion simulator", hosts, false);
    }

    /** A server certificate for {@code hosts} that ended yesterday. */
    public Identity expiredServer(List<String> hosts) {
        return issue("CN=" + hosts.get(0) + ",O=Clarion simulator", hosts, true);
    }

    /** A client certificate. */
    public Identity client(String name) {
        return issue("CN=" + name + ",OU=pxGrid,O=Clarion simulator", List.of(name), false);
    }

    /** A client certificate that ended yesterday. */
    public Identity expiredClient(String name) {
        return issue("CN=" + name + ",OU=pxGrid,O=Clarion simulator", List.of(name), true);
    }

    /** A client certificate that ends after {@code life}, such as one near its end. */
    public Identity client(String name, Duration life) {
        Instant from = clock.instant().minus(Duration.ofDays(1));
        return CertificateMint.endEntity(
                authority,
                "CN=" + name + ",OU=pxGrid,O=Clarion simulator",
                List.of(generalName(name)),
                from,
                clock.instant().plus(life));
    }

    private Identity issue(String subject, List<String> names, boolean expired) {
        Instant now = clock.instant();
        Instant from = expired ? now.minus(LIFE) : now.minus(Duration.ofDays(1));
        Instant to = expired ? now.minus(Duration.ofDays(1)) : now.plus(LIFE);
        return CertificateMint.endEntity(
                authority, subject, names.stream().map(Issuer::generalName).toList(), from, to);
    }

    private static GeneralName generalName(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
