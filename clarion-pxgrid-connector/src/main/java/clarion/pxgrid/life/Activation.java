package clarion.pxgrid.life;

import clarion.pxgrid.ConnectorStatus.Account;
import clarion.pxgrid.ConnectorStatus.AccountKind;
import clarion.pxgrid.accounts.AccountPasswords;
import clarion.pxgrid.control.AccountState;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.time.Duration;
import java.time.Instant;

/** The first call of a connection: has ISE activate the account, and waits until an administrator allows it. */
final class Activation {

    private final Link link;

    Activation(Link link) {
        this.link = link;
    }

    void run() throws PxGridException, InterruptedException {
        StatusBoard board = link.board();
        String node = link.settings().nodeName();
        boolean password = link.settings().account().isPassword();
        if (password) {
            link.control()
                    .actAs(new AccountPasswords(link.settings().account()).findOrCreate(node, link.control()::create));
        }
        while (true) {
            ControlClient.Activation answer =
                    link.control().activate(link.settings().description());
            AccountState state = answer.state();
            board.account(new Account(
                    node,
                    clarion.pxgrid.ConnectorStatus.AccountState.valueOf(state.name()),
                    answer.version(),
                    password ? AccountKind.PASSWORD : AccountKind.CERTIFICATE));
            if (state == AccountState.ENABLED) {
                break;
            }
            boolean pending = state == AccountState.PENDING;
            Duration delay =
                    pending ? link.settings().pendingPoll() : link.settings().disabledPoll();
            Instant now = link.clock().instant();
            var problem = new PxGridException(
                            pending ? Fault.ACCOUNT_PENDING : Fault.ACCOUNT_DISABLED,
                            "ISE says that the account '" + node + "' is "
                                    + (pending ? "waiting for approval." : "disabled."))
                    .problemAt(now);
            board.move(
                    Life.Running.class,
                    life -> life instanceof Life.Pending known
                            ? known.notYet(problem, now.plus(delay))
                            : ((Life.Activating) life).notYet(problem, now, now.plus(delay)));
            if (link.stop().await(delay)) {
                link.stop().check();
            }
        }
        board.move(
                Life.Running.class,
                life -> life instanceof Life.Pending approved
                        ? approved.enabled(link.clock().instant())
                        : ((Life.Activating) life).enabled(link.clock().instant()));
    }
}
