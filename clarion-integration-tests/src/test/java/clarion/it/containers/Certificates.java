package clarion.it.containers;

import clarion.it.harness.Project;
import java.nio.file.Path;
import java.time.Duration;

/** Makes certificates with the machine's OpenSSL. */
final class Certificates {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ANOTHER = """
            cd "$0"
            for file in ca.pem ca-key.pem; do docker exec "$1" cat /var/lib/clarion/pki/$file >$file; done
            printf 'extendedKeyUsage=clientAuth\\n' >extensions
            openssl req -new -newkey rsa:2048 -nodes -subj /CN=clarion -keyout key -out csr 2>&1
            openssl x509 -req -in csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 90 -extfile extensions -out crt 2>&1
            cat ca.pem >>crt
            give() { docker exec -i "$1" sh -c "cat >/pki/.new && chmod 444 /pki/.new && mv /pki/.new /pki/$3" <"$2"; }
            give "$1" key client.key
            give "$1" crt client.crt
            """;
    private static final String NOBODYS = """
            umask 022
            mkdir -p "$0"
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
              -keyout "$0/tls.key" -out "$0/tls.crt" 2>&1
            chmod 755 "$0"
            chmod 444 "$0"/*
            """;

    private final Shell shell;

    Certificates(Shell shell) {
        this.shell = shell;
    }

    /**
     * Puts another certificate of the simulated ISE's CA, and its key, in the place of the connector's: in the volume
     * from which the connector reads, one file after the other, as one who renews a secret does.
     */
    void renew(String simulator) {
        shell.run(
                        PATIENCE,
                        "sh",
                        "-euc",
                        ANOTHER,
                        Project.work("demo-certificate").toString(),
                        simulator)
                .orFail();
    }

    /** A certificate for the console, of nobody's CA. */
    void makeForTheConsole(Path folder) {
        shell.run(PATIENCE, "sh", "-euc", NOBODYS, folder.toString()).orFail();
    }
}
