package org.vivavoce.bench.conversation;

import java.util.List;

/**
 * How values lie.
 *
 * @param n        how many there are
 * @param least    the smallest; NaN where there are none, as are the others
 * @param median   the one in the middle, or between the two there
 * @param p95      not above it lie 95 of 100 (nearest rank)
 * @param greatest the largest
 */
public record Spread(int n, double least, double median, double p95, double greatest) {

    /** Of values in any order; NaN among them are left out. */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().filter(value -> !Double.isNaN(value)).sorted().toList();
        int n = sorted.size();
        if (n == 0) {
            return new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        int rank = Math.clamp((long) Math.ceil(0.95 * n), 1, n);
        return new Spread(n, sorted.getFirst(), median, sorted.get(rank - 1), sorted.getLast());
    }
}
