package clarion.simulator.groups;

import clarion.simulator.records.RecordTable;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The security groups that ISE comes with, and those of the campus. Thread-safe. */
public final class SecurityGroups {

    private static final String BUILT_IN = "-8c01-11e6-996c-525400b48521";

    private static final Comparator<SecurityGroup> BY_NAME = Comparator.comparing(SecurityGroup::name);

    private final Clock clock;
    private final RecordTable table = new RecordTable();
    private final List<SecurityGroup> groups = new CopyOnWriteArrayList<>(List.of(
            builtIn("92bb1950", "ANY", "Any Security Group", 65535),
            builtIn("934557f0", "Auditors", "Auditor Security Group", 9),
            builtIn("935d4cc0", "BYOD", "BYOD Security Group", 15),
            builtIn("9370d4c0", "Contractors", "Contractor Security Group", 5),
            builtIn("93837260", "Developers", "Developer Security Group", 8),
            builtIn("9396d350", "Development_Servers", "Development Servers Security Group", 12),
            builtIn("93ad6890", "Employees", "Employee Security Group", 4),
            builtIn("93c66ed0", "Guests", "Guest Security Group", 6),
            builtIn("93e1bf00", "Network_Services", "Network Services Security Group", 3),
            builtIn("93f91790", "PCI_Servers", "PCI Servers Security Group", 14),
            builtIn("940facd0", "Point_of_Sale_Systems", "Point of Sale Security Group", 10),
            builtIn("9423aa00", "Production_Servers", "Production Servers Security Group", 11),
            builtIn("9437a730", "Production_Users", "Production User Security Group", 7),
            builtIn("944b2f30", "Quarantined_Systems", "Quarantine Security Group", 255),
            builtIn("94621290", "Test_Servers", "Test Servers Security Group", 13),
            builtIn("947832a0", "TrustSec_Devices", "TrustSec Devices Security Group", 2),
            builtIn("92adf9f0", "Unknown", "Unknown Security Group", 0),
            SecurityGroup.of("IP_Phones", "Desk and conference phones", 20),
            SecurityGroup.of("Printers", "Printers and copiers", 21),
            SecurityGroup.of("Cameras", "Video surveillance", 22),
            SecurityGroup.of("Access_Control", "Badge readers and door controllers", 23),
            SecurityGroup.of("Building_Automation", "Heating, ventilation and metering", 24),
            SecurityGroup.of("Medical_Devices", "Infusion pumps, monitors, imaging", 25),
            SecurityGroup.of("Lab_Instruments", "Analysers and instrument controllers", 26),
            SecurityGroup.of("AV_and_Displays", "Displays, conferencing and signage", 27),
            SecurityGroup.of("Managed_Computers", "Domain computers before a user logs on", 28)));

    public SecurityGroups(Clock clock) {
        this.clock = clock;
        groups.stream().sorted(BY_NAME).forEach(group -> table.put(group.id(), group.toJson(), clock.instant()));
    }

    /** Every group, in the order of their names. */
    public List<SecurityGroup> all() {
        return groups.stream().sorted(BY_NAME).toList();
    }

    /** The groups as the configuration service lists them. */
    public RecordTable table() {
        return table;
    }

    public Optional<SecurityGroup> find(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<SecurityGroup> findByName(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    public Optional<SecurityGroup> findByTag(int tag) {
        return groups.stream().filter(group -> group.tag() == tag).findFirst();
    }

    /** Adds a group, or changes the one with its id, which gets its next generation. */
    public synchronized void put(SecurityGroup group) {
        int generation = find(group.id()).map(known -> known.generation() + 1).orElse(0);
        groups.removeIf(known -> known.id().equals(group.id()));
        groups.add(group.withGeneration(generation));
        table.put(group.id(), group.toJson(), clock.instant());
    }

    public synchronized void remove(String id) {
        groups.removeIf(group -> group.id().equals(id));
        table.remove(id, clock.instant());
    }

    private static SecurityGroup builtIn(String idStart, String name, String description, int tag) {
        return new SecurityGroup(idStart + BUILT_IN, name, description, tag);
    }
}
