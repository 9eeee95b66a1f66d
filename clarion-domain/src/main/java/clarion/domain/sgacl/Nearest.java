package clarion.domain.sgacl;

import java.util.Collection;
import java.util.Optional;

/** Guesses what was meant by a word that is none. */
final class Nearest {

    private Nearest() {}

    /** The word that is one letter away, or of a longer one two; the nearest first, then the first of the alphabet. */
    static Optional<String> to(String word, Collection<String> known) {
        String best = "";
        int least = word.length() <= 4 ? 2 : 3;
        for (String one : known.stream().sorted().toList()) {
            int distance = distance(word, one);
            if (distance < least) {
                least = distance;
                best = one;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Letters to add, leave out or change; two that changed places count once. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
