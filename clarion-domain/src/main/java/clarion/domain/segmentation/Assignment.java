package clarion.domain.segmentation;

import java.util.Arrays;

/** Pairs rows with columns, each at most once, such that the sum of the weights is the largest that there is. */
final class Assignment {

    private Assignment() {}

    /**
     * The Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987), in the third power of the larger
     * side.
     *
     * @param weight by row and column, not negative
     * @return per row its column, or -1 for none; pairs of weight 0 are none
     */
    static int[] best(double[][] weight) {
        int rows = weight.length;
        int columns = rows == 0 ? 0 : weight[0].length;
        int n = Math.max(rows, columns);
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOf = new int[n + 1];
        int[] way = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            int at = 0;
            double[] least = new double[n + 1];
            boolean[] used = new boolean[n + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            do {
                used[at] = true;
                int i = rowOf[at];
                int next = 0;
                double delta = Double.POSITIVE_INFINITY;
                for (int j = 1; j <= n; j++) {
                    if (used[j]) {
                        continue;
                    }
                    double cost = i <= rows && j <= columns ? -weight[i - 1][j - 1] : 0;
                    double reduced = cost - rowPotential[i] - columnPotential[j];
                    if (reduced < least[j]) {
                        least[j] = reduced;
                        way[j] = at;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (used[j]) {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                at = next;
            } while (rowOf[at] != 0);
            while (at != 0) {
                int before = way[at];
                rowOf[at] = rowOf[before];
                at = before;
            }
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int j = 1; j <= columns; j++) {
            int i = rowOf[j];
            if (i >= 1 && i <= rows && weight[i - 1][j - 1] > 0) {
                columnOf[i - 1] = j - 1;
            }
        }
        return columnOf;
    }
}
