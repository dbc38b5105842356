package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How long a stage usually takes to answer in this session. Thread-safe. */
final class UsualLatency {

    private final HedgeValues values;
    private final Duration starting;
    private final Deque<Double> latencies = new ArrayDeque<>(); // nanoseconds for a request of size 1; guarded by this

    UsualLatency(Stage stage, HedgeValues values) {
        this.values = values;
        this.starting = values.starting(stage);
    }

    /**
     * A request was answered.
     *
     * @param size how much longer than others it takes by its nature: 1 for the usual
     */
    synchronized void add(long nanos, double size) {
        if (latencies.size() == values.remembered()) {
            latencies.remove();
        }
        latencies.add(nanos / size);
    }

    /** How long to wait before a request of this size is sent a second time. */
    synchronized Duration limit(double size) {
        double usual = latencies.size() < values.enough() ? starting.toNanos() : percentile() * values.margin();
        double most = values.most().toNanos() * Math.max(1, size / RequestSize.OF_LONGEST_PIECE);
        return Duration.ofNanos(Math.round(Math.clamp(usual * size, (double) values.least().toNanos(), most)));
    }

    private double percentile() {
        double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(values.percentile() * sorted.length) - 1];
    }
}
