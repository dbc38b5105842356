package org.vivavoce.session;

import java.util.List;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationEvent.PartnerSaid;
import org.vivavoce.session.ConversationEvent.PartnerTurnEnded;
import org.vivavoce.session.ConversationEvent.TryingAgain;
import org.vivavoce.session.ConversationEvent.UserSaid;

/**
 * Tells whoever watches what was said and what went wrong: the listener, the trace, the statistics and the memory of what just sounded.
 * Used by the {@code session} thread.
 */
final class Telling {

    private final ConversationListener listener;
    private final TraceLine trace;
    private final SessionStatistics statistics;
    private final Troubles troubles;
    private final JustSpoken spoken;
    private final Recovery recovery;

    Telling(ConversationListener listener, TraceLine trace, SessionStatistics statistics, Troubles troubles,
            JustSpoken spoken, Recovery recovery) {
        this.listener = listener;
        this.trace = trace;
        this.statistics = statistics;
        this.troubles = troubles;
        this.spoken = spoken;
        this.recovery = recovery;
    }

    /** The user's turn has ended, and is being answered. */
    void userSaid(UserTurn turn) {
        statistics.userTurn();
        listener.on(new UserSaid(turn.text(), turn.isTyped()));
        trace.text("user-text", turn.text());
    }

    /** What was told of the user's turn was too early: it goes on. */
    void userGoesOn() {
        statistics.userTurnGoesOn();
    }

    /** These sentences of the partner begin to sound, or are shown in place of that. */
    void partnerSays(List<String> sentences, long nowMillis) {
        for (String sentence : sentences) {
            spoken.begins(sentence, nowMillis);
            listener.on(new PartnerSaid(sentence));
            trace.text("partner-text", sentence);
        }
    }

    /** These sentences of the partner can't be spoken any more: they are shown. */
    void partnerIsLeftUnheard(List<String> sentences) {
        sentences.forEach(sentence -> listener.on(new PartnerSaid(sentence)));
    }

    void partnerTurnEnded(Reply reply) {
        statistics.partnerTurn(reply.isAnswer());
        listener.on(new PartnerTurnEnded(statistics.answers()));
    }

    /** The first sound of a reply; what the user said was last heard then, −1 where there is nothing to count from. */
    void firstSound(Reply reply, long voiceAtMillis, long nowMillis) {
        if (reply.kind() == Reply.Kind.ANSWER && voiceAtMillis >= 0) {
            statistics.responseGap(nowMillis - voiceAtMillis);
            trace.event("first-sound", "reply", reply.id(), "gap", nowMillis - voiceAtMillis);
        } else {
            trace.event("first-sound", "reply", reply.id());
        }
    }

    /** All of a reply is written. */
    void written(Completion completion) {
        trace.event("reply-written", "characters", completion.text().length());
    }

    /** A reply has sounded to its end, or as far as it goes. */
    void ended(Reply reply) {
        trace.event("reply-end", "reply", reply.id(), "sentences", reply.sentences().size());
    }

    void interrupted(Reply reply, boolean sounded) {
        trace.event("interrupted", "reply", reply.id());
        if (sounded) {
            statistics.interrupted();
        }
    }

    /** The loudspeaker is silent from now on. */
    void silenced(long nowMillis) {
        spoken.silenced(nowMillis);
    }

    /** The partner begins to say something that is no reply. */
    void aside(ThinkingAloud.Aside aside, long nowMillis) {
        trace.event("aside", "ms-of-sound", aside.millis());
        spoken.begins(aside.phrase(), nowMillis);
    }

    /** What was wrong with the services is over. */
    void servicesWork() {
        recovery.over();
        troubles.over(Troubles.Source.SERVICE);
    }

    /** A request failed; whether that troubles the user is not known yet. */
    void failed(ServiceException failure) {
        trace.event("error", "stage", failure.stage().name(), "kind", failure.getClass().getSimpleName());
    }

    /** A failure leaves the user without an answer: it is tried again by itself where that may help. */
    void unanswered(ServiceException failure, long nowMillis) {
        trouble(failure);
        recovery.failed(failure, nowMillis).ifPresent(wait -> listener.on(new TryingAgain(wait)));
    }

    /** A failure breaks off an answer. The user has the floor; whether it is begun anew is the user's to say. */
    void brokenOff(ServiceException failure) {
        trouble(failure);
        recovery.over();
    }

    private void trouble(ServiceException failure) {
        troubles.tell(Troubles.Source.SERVICE, failure.sentence(),
                failure.retryHelps() ? Help.TRY_AGAIN : Help.SERVICE_SETTINGS);
    }

    /**
     * No word was understood.
     *
     * @param audible whether somebody waits for an answer; else it was a noise
     */
    void nothingUnderstood(boolean audible) {
        if (audible) {
            troubles.tell(Troubles.Source.SERVICE, "No words could be made out: please say it again, or type it.",
                    Help.NONE);
        }
        trace.event("empty-transcript");
    }
}
