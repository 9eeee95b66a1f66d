package clarion.simulator.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pxGrid accounts: their state, their passwords, and one secret per consumer and provider node. Thread-safe. */
public final class Accounts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789";
    private static final int SECRET_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, AccountState> states = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<Pair, String> secrets = new ConcurrentHashMap<>();
    private volatile boolean autoApprove = true;

    private record Pair(String consumer, String provider) {}

    /** Whether a name may be a pxGrid node name: at most 100 letters, digits, '-', '_' and '.'. */
    public static boolean isNodeName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a first activation enables an account at once (the default) or leaves it pending. */
    public void autoApprove(boolean approve) {
        autoApprove = approve;
    }

    /** The first activation makes the account; later ones only tell its state. */
    public AccountState activate(String nodeName) {
        return states.computeIfAbsent(key(nodeName), name -> autoApprove ? AccountState.ENABLED : AccountState.PENDING);
    }

    /** The state of an account that was activated. */
    public Optional<AccountState> find(String nodeName) {
        return Optional.ofNullable(states.get(key(nodeName)));
    }

    /** Every account that was activated, by its name in lower case. */
    public Map<String, AccountState> all() {
        return Map.copyOf(states);
    }

    /** What the ISE administrator does: approve, disable, or put back an account; it need not exist yet. */
    public void set(String nodeName, AccountState state) {
        states.put(key(nodeName), state);
    }

    /** What the ISE administrator does to an account that should not be: afterwards it is unknown. */
    public void delete(String nodeName) {
        states.remove(key(nodeName));
        passwords.remove(key(nodeName));
        secrets.keySet().removeIf(pair -> pair.consumer().equals(key(nodeName)));
    }

    /** Makes a password account, or returns empty if the name is taken. */
    public Optional<String> create(String nodeName) {
        String password = secret();
        return passwords.putIfAbsent(key(nodeName), password) == null && !states.containsKey(key(nodeName))
                ? Optional.of(password)
                : Optional.empty();
    }

    /** Whether this is the password of an account made by {@link #create}. */
    public boolean isPassword(String nodeName, String password) {
        return same(passwords.get(key(nodeName)), password);
    }

    /** The secret between a consumer and a provider node; the same one until {@link #rotateSecrets}. */
    public String secret(String consumer, String provider) {
        return secrets.computeIfAbsent(new Pair(key(consumer), provider), pair -> secret());
    }

    /** Whether this is the secret between the two, and the consumer's account is enabled. */
    public boolean isSecret(String consumer, String provider, String secret) {
        return states.get(key(consumer)) == AccountState.ENABLED
                && same(secrets.get(new Pair(key(consumer), provider)), secret);
    }

    /** Makes every secret given so far invalid. */
    public void rotateSecrets() {
        secrets.clear();
    }

    private String secret() {
        StringBuilder text = new StringBuilder(SECRET_LENGTH);
        random.ints(SECRET_LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }

    private static boolean same(@Nullable String expected, String given) {
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String nodeName) {
        return nodeName.toLowerCase(Locale.ROOT);
    }
}
