package org.vivavoce.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vivavoce.audio.Sound;

/** Counts what the summary tells. Used by the {@code session} thread. */
final class SessionStatistics {

    private final List<Long> gapsMillis = new ArrayList<>();
    private int userTurns;
    private int partnerTurns;
    private int interruptions;
    private int answers;
    private long userSamples;

    void userTurn() {
        userTurns++;
    }

    /** The user went on before the answer: the turn is not over. */
    void userTurnGoesOn() {
        userTurns--;
    }

    void userSpoke(int samples) {
        userSamples += samples;
    }

    void interrupted() {
        interruptions++;
    }

    void partnerTurn(boolean answer) {
        partnerTurns++;
        if (answer) {
            answers++;
        }
    }

    void responseGap(long millis) {
        gapsMillis.add(millis);
    }

    /** Replies up to now, openings and gentle prompts not among them. */
    int answers() {
        return answers;
    }

    SessionSummary summary(long lengthMillis, long partnerSoundedMillis) {
        Collections.sort(gapsMillis);
        Optional<Duration> median = gapsMillis.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(gapsMillis.get(gapsMillis.size() / 2)));
        return new SessionSummary(Duration.ofMillis(lengthMillis), userTurns, partnerTurns,
                Duration.ofMillis(userSamples * 1000 / Sound.CAPTURE_RATE), Duration.ofMillis(partnerSoundedMillis),
                interruptions,
                median);
    }
}
