package clarion.launcher.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of an exposition in Prometheus' text format, as far as a doctor needs them. */
final class Samples {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");

    private record Sample(String name, String labels, double value) {}

    private final List<Sample> samples = new ArrayList<>();

    static Samples parse(String text) {
        Samples parsed = new Samples();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher sample = LINE.matcher(line);
            if (sample.matches()) {
                parsed.samples.add(new Sample(
                        sample.group(1), sample.group(2) == null ? "" : sample.group(2), number(sample.group(3))));
            }
        });
        return parsed;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    yield Double.NaN;
                }
            }
        };
    }

    double sum(String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The first sample with a label, or 0. */
    double first(String name, String label) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.labels().contains(label))
                .mapToDouble(Sample::value)
                .findFirst()
                .orElse(0);
    }

    /** The labels of the samples whose value is so. */
    List<String> where(String name, DoublePredicate value) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && value.test(sample.value()))
                .map(Sample::labels)
                .toList();
    }
}
