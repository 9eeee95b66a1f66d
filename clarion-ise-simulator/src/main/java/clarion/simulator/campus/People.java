package clarion.simulator.campus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes people; names come from many places, as they do on a campus. */
final class People {

    private static final List<String> FIRST = List.of(
            "Alice", "Amina", "Ana", "Anders", "Ben", "Carla", "Chen", "Chloé", "Daniel", "Deepa", "Elena", "Emeka",
            "Erik", "Fatima", "Felix", "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jamal", "Jana", "John", "Jürgen",
            "Kemal", "Laura", "Leila", "Liam", "Łukasz", "Maria", "Marc", "Mei", "Nadia", "Noah", "Olga", "Omar",
            "Paula", "Peter", "Priya", "Rafael", "Ravi", "Rosa", "Samuel", "Sara", "Sofia", "Søren", "Tariq", "Thomas",
            "Uma", "Victor", "Wei", "Yara", "Yuki", "Zoë");
    private static final List<String> LAST = List.of(
            "Abebe",
            "Ahmed",
            "Andersson",
            "Baker",
            "Bauer",
            "Bianchi",
            "Brown",
            "Castro",
            "Chen",
            "Cohen",
            "Costa",
            "Dubois",
            "Eze",
            "Fischer",
            "Garcia",
            "Gupta",
            "Haddad",
            "Hansen",
            "Hoffmann",
            "Ito",
            "Ivanova",
            "Jansen",
            "Johnson",
            "Kaya",
            "Keller",
            "Khan",
            "Kim",
            "Kowalski",
            "Larsen",
            "Lee",
            "Lopez",
            "Martin",
            "Meyer",
            "Müller",
            "Nakamura",
            "Nguyen",
            "Novak",
            "Okafor",
            "Olsen",
            "Patel",
            "Pereira",
            "Popescu",
            "Reyes",
            "Ricci",
            "Rossi",
            "Santos",
            "Sato",
            "Schmidt",
            "Silva",
            "Singh",
            "Smith",
            "Suzuki",
            "Tanaka",
            "Taylor",
            "Tremblay",
            "Walker",
            "Wang",
            "Weber",
            "Yılmaz",
            "Żak",
            "Zhang");

    private final SplittableRandom random;
    private final Map<String, Integer> taken = new HashMap<>();

    People(SplittableRandom random) {
        this.random = random;
    }

    List<Person> make(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            String account = (first + "." + last).toLowerCase(Locale.ROOT);
            int namesakes = taken.merge(account, 1, Integer::sum);
            people.add(Person.of(
                    first + " " + last + (namesakes > 1 ? " " + namesakes : ""),
                    account + (namesakes > 1 ? namesakes : ""),
                    Department.of(random.nextInt(100)),
                    random.nextInt(10)));
        }
        return people;
    }
}
