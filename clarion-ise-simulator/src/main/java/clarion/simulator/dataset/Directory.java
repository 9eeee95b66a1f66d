package clarion.simulator.dataset;

import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes what inventories and directories believe: endpoints, users, groups, memberships. */
final class Directory {

    private static final String EVERYBODY = "Domain Users";
    private static final List<String> EXTRA = List.of("VPN Users", "Wi-Fi Users", "License Pool B");
    private static final List<String> TITLES = List.of("Associate", "Specialist", "Senior Specialist", "Lead");

    private final Population population;

    Directory(Population population) {
        this.population = population;
    }

    void write(Path directory) throws IOException {
        endpoints(directory.resolve("endpoints.csv"));
        users(directory.resolve("users.csv"));
        groups(directory.resolve("groups.csv"));
        memberships(directory.resolve("memberships.csv"));
    }

    private void endpoints(Path file) throws IOException {
        try (CsvOut out = new CsvOut(
                file,
                "device_id,device_type,os,mac,hostname,owner_user_id,attached_switch_id,attached_interface,vlan")) {
            for (Endpoint endpoint : population.endpoints) {
                Role believed = endpoint.believed;
                Person owner = population.owner(endpoint);
                out.text(endpoint.deviceId())
                        .text(believed == null ? "unknown" : believed.type())
                        .text(believed == null ? "" : believed.system())
                        .mac(endpoint.mac)
                        .text(hostname(endpoint))
                        .text(owner == null ? "" : owner.userId())
                        .text(endpoint.exporter.name())
                        .text(Exporter.interfaceName(endpoint.port));
                if (endpoint.role.server()) {
                    out.text("");
                } else {
                    out.number(endpoint.role.vlan());
                }
                out.end();
            }
        }
    }

    private String hostname(Endpoint endpoint) {
        String number = String.format("%06d", Math.floorMod(endpoint.id * 7919L, 1_000_000L));
        return population.plan.tellingHostnames() ? endpoint.role.name() + "-" + number : "host" + number;
    }

    private void users(Path file) throws IOException {
        try (CsvOut out =
                new CsvOut(file, "user_id,first_name,last_name,samaccountname,email,department,title,ad_domain")) {
            for (Person person : population.people) {
                out.text(person.userId())
                        .text(person.first())
                        .text(person.last())
                        .text(person.account())
                        .text(person.account() + "@corp.example")
                        .text(person.group())
                        .text(TITLES.get(person.number() % TITLES.size()))
                        .text("corp.example")
                        .end();
            }
        }
    }

    private void groups(Path file) throws IOException {
        try (CsvOut out = new CsvOut(file, "group_id,group_name,group_type")) {
            for (String group : population.groups()) {
                out.text(groupId(group)).text(group).text("department").end();
            }
            out.text(groupId(EVERYBODY)).text(EVERYBODY).text("security").end();
            for (String group : EXTRA) {
                out.text(groupId(group)).text(group).text("security").end();
            }
        }
    }

    private void memberships(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(Draws.seed(population.plan.seed(), 4));
        try (CsvOut out = new CsvOut(file, "user_id,group_id")) {
            for (Person person : population.people) {
                out.text(person.userId()).text(groupId(person.group())).end();
                out.text(person.userId()).text(groupId(EVERYBODY)).end();
                for (String group : EXTRA) {
                    if (random.nextInt(4) == 0) {
                        out.text(person.userId()).text(groupId(group)).end();
                    }
                }
            }
        }
    }

    private static String groupId(String group) {
        return "group-" + group.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
