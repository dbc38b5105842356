package org.vivavoce.ai;

import java.time.Duration;

/**
 * When a request that is slow is sent a second time. See the decision note 0008.
 *
 * @param transcription starting value for ten seconds of speech: a little over the usual 1.4 s
 * @param firstToken    starting value: between the usual 0.55 s (P50) and 1.9 s (P95)
 * @param firstByte     starting value: within the usual 1.2 to 1.9 s
 * @param least         never earlier: nobody notices half a second, and a second request costs as much as the first
 * @param most          never later: after three seconds of silence the user thinks that nothing happens
 * @param percentile    of the latencies in this session, 0 to 1, that is usual still (0.8: where every tenth answer is late, the 95th
 *                      percentile is a late one, and nothing would be sent twice before three seconds)
 * @param margin        times the percentile: a service that is always as slow must not be asked twice each time
 * @param remembered    how many latencies are remembered: services change over an hour
 * @param enough        how many must be known before they count for more than the starting value
 * @param window        over how many requests the share below holds
 * @param onePer        at most one of so many requests is sent twice; two always may be
 */
public record HedgeValues(Duration transcription, Duration firstToken, Duration firstByte, Duration least,
        Duration most, double percentile, double margin, int remembered, int enough, int window, int onePer) {

    /** What is used. */
    public static final HedgeValues DEFAULT = new HedgeValues(Duration.ofMillis(1500), Duration.ofMillis(1200),
            Duration.ofMillis(1500), Duration.ofMillis(500), Duration.ofSeconds(3), 0.8, 1.3, 50, 10, 20, 5);

    /** The starting value of a stage. */
    Duration starting(Stage stage) {
        return switch (stage) {
            case TRANSCRIPTION -> transcription;
            case CHAT -> firstToken;
            case SPEECH -> firstByte;
        };
    }
}
