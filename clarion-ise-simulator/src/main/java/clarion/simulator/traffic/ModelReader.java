package clarion.simulator.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of a campus: {@code role NAME SHARE RHYTHM traits keys}, {@code set @NAME members},
 * {@code talk|pull|rare CLIENTS SERVERS SERVICES NUMBER [near] [rhythm=R]}; a word after a hash is a comment's.
 */
final class ModelReader {

    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, List<String>> sets = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();

    private ModelReader() {}

    static CampusModel read(String kind) {
        ModelReader reader = new ModelReader();
        lines("services", reader::service);
        lines(kind, reader::statement);
        return new CampusModel(kind, List.copyOf(reader.roles.values()), reader.relations, reader.services);
    }

    private interface Line {
        void read(String[] words);
    }

    private static void lines(String name, Line line) {
        String file = name + ".txt";
        try (InputStream in = ModelReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the simulator was built without " + file);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                String said = text.replaceFirst("#.*", "").strip();
                if (!said.isEmpty()) {
                    read(line, said, file, number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Line line, String said, String file, int number) {
        try {
            line.read(said.split("\\s+"));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(file + " line " + number + ": " + e.getMessage() + " in: " + said, e);
        }
    }

    private void service(String[] words) {
        int protocol = switch (words[1]) {
            case "tcp" -> Service.TCP;
            case "udp" -> Service.UDP;
            case "icmp" -> Service.ICMP;
            default -> throw new IllegalArgumentException("no protocol " + words[1]);
        };
        String[] range = words[2].split("-");
        int clientPort = Service.EPHEMERAL;
        boolean few = false;
        for (String odd : Arrays.copyOfRange(words, 4, words.length)) {
            if (odd.equals("same")) {
                clientPort = Service.SAME;
            } else if (odd.equals("few")) {
                few = true;
            } else {
                clientPort = Integer.parseInt(odd.replace("from=", ""));
            }
        }
        Service service = new Service(
                words[0],
                protocol,
                Integer.parseInt(range[0]),
                Integer.parseInt(range[range.length - 1]),
                Shape.valueOf(words[3]),
                clientPort,
                few);
        if (services.put(service.name(), service) != null) {
            throw new IllegalArgumentException("the second service " + service.name());
        }
    }

    private void statement(String[] words) {
        switch (words[0]) {
            case "role" -> role(words);
            case "set" -> {
                List<String> members = new ArrayList<>();
                for (String word : Arrays.copyOfRange(words, 2, words.length)) {
                    members.addAll(names(word));
                }
                sets.put(words[1], members);
            }
            case "talk", "pull", "rare" -> relations(words);
            default -> throw new IllegalArgumentException("no statement " + words[0]);
        }
    }

    private void role(String[] words) {
        Set<String> traits = new HashSet<>();
        Map<String, String> keys = new HashMap<>();
        for (String word : Arrays.copyOfRange(words, 4, words.length)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                keys.put(word.substring(0, equals), word.substring(equals + 1).replace('_', ' '));
            } else if (Role.TRAITS.contains(word)) {
                traits.add(word);
            } else {
                throw new IllegalArgumentException("no trait " + word);
            }
        }
        boolean percent = words[2].endsWith("%");
        String[] count = words[2].split("\\+1/");
        String profile = keys.getOrDefault("profile", "Unknown");
        Role role = new Role(
                roles.size(),
                words[1],
                percent ? Double.parseDouble(words[2].replace("%", "")) / 100 : 0,
                percent ? 0 : Integer.parseInt(count[0]),
                count.length < 2 ? 0 : Integer.parseInt(count[1]),
                Rhythm.valueOf(words[3]),
                Set.copyOf(traits),
                Integer.parseInt(keys.getOrDefault("vlan", "0")),
                keys.getOrDefault("type", "unknown"),
                keys.get("os"),
                profile,
                keys.get("group"),
                Integer.parseInt(keys.getOrDefault("sgt", "0")));
        if (roles.put(role.name(), role) != null) {
            throw new IllegalArgumentException("the second role " + role.name());
        }
    }

    private void relations(String[] words) {
        boolean near = false;
        Rhythm rhythm = null;
        for (String word : Arrays.copyOfRange(words, 5, words.length)) {
            if (word.equals("near")) {
                near = true;
            } else {
                rhythm = Rhythm.valueOf(word.replace("rhythm=", ""));
            }
        }
        for (String client : names(words[1])) {
            for (String server : names(words[2])) {
                for (String name : words[3].split(",")) {
                    Service service = services.get(name);
                    if (service == null) {
                        throw new IllegalArgumentException("no service " + name);
                    }
                    relations.add(new Relation(
                            relations.size(),
                            CampusModel.roleOrInternet(roles, client),
                            CampusModel.roleOrInternet(roles, server),
                            service,
                            Double.parseDouble(words[4]),
                            words[0].equals("pull"),
                            words[0].equals("rare"),
                            near,
                            rhythm));
                }
            }
        }
    }

    /** Names, of which those of sets stand for their members. */
    private List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String name : list.split(",")) {
            if (!name.startsWith("@")) {
                names.add(name);
            } else if (sets.containsKey(name)) {
                names.addAll(sets.getOrDefault(name, List.of()));
            } else {
                throw new IllegalArgumentException("no set " + name);
            }
        }
        return names;
    }
}
