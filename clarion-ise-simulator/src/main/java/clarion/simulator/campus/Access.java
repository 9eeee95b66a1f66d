package clarion.simulator.campus;

import clarion.simulator.campus.Agenda.Stage;
import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import java.util.Locale;
import java.util.SplittableRandom;

/** How a visit gets in: 802.1X of computer and user, MAC authentication bypass, guest portal, posture, profiling. */
final class Access {

    private final Agenda agenda;
    private final SplittableRandom random;
    private final Authorization authorization = new Authorization();

    Access(Agenda agenda, SplittableRandom random) {
        this.agenda = agenda;
        this.random = random;
    }

    /** Puts a visit where it would be after long, without an event. */
    void settle(Visit visit, long step) {
        login(visit, false);
        grant(visit, Grant.FULL);
        if (visit.device.kind.login() == DeviceKind.Login.GUEST) {
            guest(visit);
        }
        if (random.nextInt(20) > 0) {
            visit.device.profile();
        }
        visit.takeAddress();
        if (visit.device.dualStack) {
            visit.takeIpv6();
        }
        visit.started = true;
        follow(visit, step);
    }

    /** Does what is due and returns the state in which the visit is then. */
    String proceed(Visit visit, Stage stage, long step) {
        switch (stage) {
            case AUTHENTICATING -> {
                login(visit, visit.device.domainComputer() && random.nextInt(5) < 2);
                visit.access = authorization.of(visit);
                soon(visit, Stage.AUTHENTICATED, step, 4);
                return IseSession.AUTHENTICATING;
            }
            case AUTHENTICATED -> {
                grant(visit, firstGrant(visit));
                soon(visit, Stage.STARTED, step, 4);
                return IseSession.AUTHENTICATED;
            }
            case USER_LOGS_ON -> {
                login(visit, false);
                grant(visit, Grant.POSTURE_PENDING);
                soon(visit, Stage.STARTED, step, 3);
                return IseSession.AUTHENTICATED;
            }
            case POSTURED -> {
                grant(visit, random.nextInt(12) == 0 ? Grant.NON_COMPLIANT : Grant.FULL);
                soon(visit, Stage.STARTED, step, 3);
                return IseSession.POSTURED;
            }
            case STARTED -> {
                visit.takeAddress();
                visit.started = true;
                follow(visit, step);
            }
            case GUEST_LOGS_ON -> {
                guest(visit);
                grant(visit, Grant.FULL);
            }
            case PROFILED -> visit.device.profile();
            case IPV6 -> visit.takeIpv6();
            case RELEASED -> grant(visit, Grant.FULL);
        }
        return IseSession.STARTED;
    }

    /** An operator shuts a session away for a while. */
    void quarantine(Visit visit, long step) {
        if (visit.grant == Grant.FULL) {
            grant(visit, Grant.QUARANTINED);
            agenda.plan(step + 100 + random.nextInt(300), visit, Stage.RELEASED);
        }
    }

    private void follow(Visit visit, long step) {
        Device device = visit.device;
        switch (visit.grant) {
            case MACHINE -> soon(visit, Stage.USER_LOGS_ON, step, 60);
            case POSTURE_PENDING -> soon(visit, Stage.POSTURED, step, 20);
            case REDIRECTED -> soon(visit, Stage.GUEST_LOGS_ON, step, 30);
            case NON_COMPLIANT -> soon(visit, Stage.POSTURED, step, 200);
            case NONE, FULL, QUARANTINED -> {}
        }
        if (!device.profiled()) {
            soon(visit, Stage.PROFILED, step, 40);
        }
        if (device.dualStack && !visit.hasIpv6()) {
            soon(visit, Stage.IPV6, step, 10);
        }
    }

    private Grant firstGrant(Visit visit) {
        return switch (visit.device.kind.login()) {
            case USER ->
                visit.account.get(SessionFields.IS_MACHINE_AUTHENTICATION) != null
                        ? Grant.MACHINE
                        : visit.device.domainComputer() ? Grant.POSTURE_PENDING : Grant.FULL;
            case MAC, OWN -> Grant.FULL;
            case GUEST -> Grant.REDIRECTED;
        };
    }

    private void login(Visit visit, boolean asComputer) {
        Device device = visit.device;
        Person owner = device.owner;
        String hostName = device.hostName;
        if (asComputer && hostName != null) {
            visit.login("host/" + hostName.toLowerCase(Locale.ROOT) + "." + Person.DOMAIN, Person.computer(hostName));
        } else if (owner != null && device.kind.login() != DeviceKind.Login.MAC) {
            visit.login(owner.userName(), owner.attributes());
        } else {
            visit.login(device.mac(), Attributes.of(SessionFields.AD_NORMALIZED_USER, device.mac()));
        }
    }

    private void guest(Visit visit) {
        String account = "guest" + (1000 + random.nextInt(9000));
        visit.login(account, Attributes.of(SessionFields.AD_NORMALIZED_USER, account));
    }

    private void grant(Visit visit, Grant grant) {
        visit.grant = grant;
        visit.access = authorization.of(visit);
    }

    private void soon(Visit visit, Stage stage, long step, int within) {
        agenda.plan(step + 1 + random.nextInt(within), visit, stage);
    }
}
