package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import org.vivavoce.store.Idea;
import org.vivavoce.turn.TurnState;

/** What a conversation tells those who watch it. */
public sealed interface ConversationEvent {

    /** The state the screen shows. */
    record StateChanged(TurnState state) implements ConversationEvent {}

    /**
     * How loud both sides are, about 20 times a second.
     *
     * @param userDbfs    the microphone after cleaning, −100 to 0
     * @param partnerDbfs what the loudspeaker sounds, −100 to 0
     */
    record Levels(double userDbfs, double partnerDbfs) implements ConversationEvent {}

    /** A sentence of the partner begins to sound (or is shown, where there is no loudspeaker). */
    record PartnerSaid(String sentence) implements ConversationEvent {
        @Override
        public String toString() {
            return "PartnerSaid"; // what was said never enters a log
        }
    }

    /**
     * A turn of the partner is over: it has sounded to its end, or the user broke in.
     *
     * @param replies how many there were up to now, the opening not among them
     */
    record PartnerTurnEnded(int replies) implements ConversationEvent {}

    /** What the service understood of the user, or what the user typed. */
    record UserSaid(String text, boolean typed) implements ConversationEvent {
        @Override
        public String toString() {
            return "UserSaid"; // what was said never enters a log
        }
    }

    /**
     * Something is wrong; one sentence says what and what to do. It stands until the next one or {@link TroubleOver}.
     *
     * @param help the one thing that helps
     */
    record Trouble(String sentence, Help help) implements ConversationEvent {}

    /** What the last trouble is about is tried again by itself, so many milliseconds from now. */
    record TryingAgain(long inMillis) implements ConversationEvent {}

    /** The trouble last told is over. */
    record TroubleOver() implements ConversationEvent {}

    /** Something the user should know, though nothing is wrong. It stands until the next one, a trouble or {@link NoticeOver}. */
    record Noticed(String sentence) implements ConversationEvent {
        @Override
        public String toString() {
            return "Noticed"; // it may hold what was said
        }
    }

    /** What was last noticed is over. */
    record NoticeOver() implements ConversationEvent {}

    /** The partner has saved these for the user; {@link Conversation#takeBack} is the way back. */
    record IdeasSaved(List<Idea> ideas) implements ConversationEvent {
        public IdeasSaved {
            ideas = List.copyOf(ideas);
        }
    }

    /** These are not kept any more: the user took them back, or asked the partner to. */
    record IdeasTakenBack(List<Idea> ideas) implements ConversationEvent {
        public IdeasTakenBack {
            ideas = List.copyOf(ideas);
        }
    }

    /**
     * The time that the partner gave for an answer runs: told when it begins, then {@code left} is all of it, and with each second.
     *
     * @param left  whole seconds, above 0
     * @param given how long it was at first
     * @param what  what it is for, in the partner's words; may be empty
     */
    record TimeLeft(Duration left, Duration given, String what) implements ConversationEvent {
        @Override
        public String toString() {
            return "TimeLeft[" + left + "]"; // what was said never enters a log
        }
    }

    /** No time runs any more; {@code isUp} where it has run out, otherwise it was cancelled. */
    record TimeOver(boolean isUp) implements ConversationEvent {}

    /** Which devices are in use now. */
    record DevicesChanged(boolean microphone, boolean loudspeaker) implements ConversationEvent {}

    /** The microphone was muted or unmuted. */
    record Muted(boolean muted) implements ConversationEvent {}

    /** A reply to what was said sounds: how long each stage of it took. */
    record TurnMeasured(TurnLatency latency) implements ConversationEvent {}

    /** How long this user's pauses are, as far as the conversation learned it: the hold to begin with next time. */
    record HoldLearned(int holdMs) implements ConversationEvent {}

    /** The conversation is over. */
    record Ended(SessionSummary summary) implements ConversationEvent {}

    /** The one thing that helps in trouble; a screen offers it as a button. */
    enum Help {
        /** Nothing to press. */
        NONE,
        /** {@link Conversation#tryAgain()}. */
        TRY_AGAIN,
        /** The settings of the service: key, model, address. */
        SERVICE_SETTINGS,
        /** The settings of the sound devices. */
        SOUND_SETTINGS
    }
}
