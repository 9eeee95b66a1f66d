package clarion.launcher;

import java.time.Clock;
import java.util.List;

/** Entrance for the commands of {@code ./clarion} that need Java. */
public final class Main {

    private Main() {}

    /** Runs until TERM or Ctrl-C; exit status 1 if something failed, 2 for a wrong command line or configuration. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(System.out);
        int status = 0;
        try {
            dispatch(List.of(arguments), terminal);
        } catch (LauncherFailure failure) {
            System.err.println("clarion: " + failure.getMessage());
            status = failure.exitStatus();
        }
        System.exit(status);
    }

    private static void dispatch(List<String> arguments, Terminal terminal) {
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (arguments.isEmpty() ? "" : arguments.get(0)) {
            case "backup" -> new BackupCommands(Installation.here(), terminal).backup(rest);
            case "restore" -> new BackupCommands(Installation.here(), terminal).restore(rest);
            case "doctor" -> new SupportCommands(Installation.here(), terminal, Clock.systemUTC()).doctor(rest);
            case "support-bundle" -> new SupportCommands(Installation.here(), terminal, Clock.systemUTC()).bundle(rest);
            case "analyze" -> new AnalyzeCommand(terminal).run(rest);
            case "import" -> new ImportCommand(Installation.here(), terminal).run(rest);
            default -> run(arguments, terminal);
        }
    }

    private static void run(List<String> arguments, Terminal terminal) {
        Options options = Options.parse(arguments);
        Configuration configuration = options.command() == Options.Command.RUN
                ? Configuration.read(options.config(), System.getenv())
                : Configuration.empty();
        Launcher launcher = new Launcher(options, configuration, Installation.here(), terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
        try {
            launcher.start();
            launcher.watch();
        } finally {
            launcher.stop();
        }
    }
}
