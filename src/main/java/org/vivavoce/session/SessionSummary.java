package org.vivavoce.session;

import java.time.Duration;
import java.util.Optional;

/**
 * How a conversation went, in numbers.
 *
 * @param length            from the start to the end
 * @param userTurns         messages of the user, spoken or typed
 * @param partnerTurns      replies that sounded (or were shown), the opening among them
 * @param userSpoke         how long the user spoke, pauses within utterances included
 * @param partnerSpoke      how long the partner sounded
 * @param interruptions     how often the user broke in
 * @param medianResponseGap end of the user's speech to the first sound of the reply, the median; empty when there was none
 * @param expense           what it used of the services, and what that costs
 */
public record SessionSummary(Duration length, int userTurns, int partnerTurns, Duration userSpoke,
        Duration partnerSpoke,
        int interruptions, Optional<Duration> medianResponseGap, SessionExpense expense) {

    /** A conversation of which nobody counts what it costs. */
    public SessionSummary(Duration length, int userTurns, int partnerTurns, Duration userSpoke, Duration partnerSpoke,
            int interruptions, Optional<Duration> medianResponseGap) {
        this(length, userTurns, partnerTurns, userSpoke, partnerSpoke, interruptions, medianResponseGap,
                SessionExpense.NONE);
    }

    /** The same with what it cost. */
    SessionSummary withExpense(SessionExpense other) {
        return new SessionSummary(length, userTurns, partnerTurns, userSpoke, partnerSpoke, interruptions,
                medianResponseGap, other);
    }
}
