package clarion.simulator.ers;

import clarion.simulator.SimulatorException;
import clarion.simulator.pki.Passwords;
import clarion.simulator.pki.PrivateFiles;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An account of the APIs, kept in a file that only its owner may read: the administrator in
 * {@code ers-credentials.json}.
 *
 * @param username {@code ersadmin} or {@code ersoperator}
 * @param password made at the first start
 */
public record ErsCredentials(String username, String password) {

    /** The administrator in a data directory, made if there is none. */
    public static ErsCredentials open(Path dataDirectory) {
        return open(dataDirectory, "ers-credentials.json", "ersadmin");
    }

    /** An ERS Operator, who may read only, from {@code ers-operator.json}. */
    public static ErsCredentials operator(Path dataDirectory) {
        return open(dataDirectory, "ers-operator.json", "ersoperator");
    }

    private static ErsCredentials open(Path dataDirectory, String name, String user) {
        Path file = dataDirectory.resolve(name);
        try {
            if (!Files.exists(file)) {
                JsonObject made = Json.createObjectBuilder()
                        .add("username", user)
                        .add("password", Passwords.generate())
                        .build();
                PrivateFiles.write(file, made.toString().getBytes(StandardCharsets.UTF_8));
            }
            try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
                JsonObject read = reader.readObject();
                return new ErsCredentials(read.getString("username"), read.getString("password"));
            }
        } catch (IOException e) {
            throw SimulatorException.unwritable(dataDirectory, e);
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new SimulatorException("cannot read " + file + "; remove it to have new credentials made", e);
        }
    }

    boolean match(String name, String given) {
        return username.equals(name)
                && java.security.MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return username;
    }
}
