package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.Stage;
import org.vivavoce.practice.History;
import org.vivavoce.practice.Message;
import org.vivavoce.session.Reply.Kind;

/** The partner's side: the reply in the making or sounding, and the history of what was said and heard. Used by the {@code session} thread. */
final class PartnerSide {

    /** Messages of context sent with a request. */
    static final int CONTEXT_MESSAGES = 20;

    private static final String WELCOME_BACK = "The user comes back to this conversation after a while. In the language it "
            + "was held in, welcome them back in one short sentence, then take up where it was left: repeat your last "
            + "question in other words, or ask the next one.";
    private static final String TIME_IS_UP = "In one or two short sentences, in the language of the conversation, tell the "
            + "user kindly that the time is up, and go on from there.";

    private final ConversationPlan plan;
    private final ReplyWork work;
    private final PartnerVoice voice;
    private final BooleanSupplier maySound;
    private final History history;
    private final Directions directions = new Directions();
    private final KeptSound sound;
    private @Nullable Reply current;
    private @Nullable Reply failed;
    private @Nullable Reply retried; // the failed reply that the current one makes good
    private @Nullable Message failedPart; // what of the failed reply is in the history
    private @Nullable Message replaced; // the same while it is tried again: counts until something new is heard
    private OptionalInt cutFrom = OptionalInt.empty();
    private long replies;
    private long lastGiven;

    /** @param maySound whether a reply that begins now may sound at once */
    PartnerSide(ConversationPlan plan, ReplyWork work, PartnerVoice voice, BooleanSupplier maySound) {
        this.maySound = maySound;
        this.plan = plan;
        this.history = new History(plan.earlier());
        this.sound = new KeptSound(history);
        this.work = work;
        this.voice = voice;
    }

    /** The reply with this id, if it is the current one: what comes late of an older one counts for nothing. */
    Optional<Reply> current(long id) {
        return Optional.ofNullable(current).filter(reply -> reply.id() == id);
    }

    Optional<Reply> current() {
        return Optional.ofNullable(current);
    }

    /** The number of the reply that was begun last; 0 where there was none. */
    long lastBegun() {
        return replies;
    }

    /** The number of the last reply of which the user knows something. */
    long lastGiven() {
        return lastGiven;
    }

    History history() {
        return history;
    }

    /** What sounded of both sides. */
    KeptSound sound() {
        return sound;
    }

    /** How long the reply was that was cut since this was last asked. */
    OptionalInt takeCutFrom() {
        OptionalInt taken = cutFrom;
        cutFrom = OptionalInt.empty();
        return taken;
    }

    /** Says the mode's opening, or takes up the thread of an earlier conversation. */
    void open() {
        if (!history.messages().isEmpty()) {
            ask(Kind.OWN_ACCORD, with(WELCOME_BACK));
            return;
        }
        Reply reply = begin(Kind.OWN_ACCORD);
        work.reply(ReplyOrder.say(reply, plan.openingSentences()), reply.cancellation());
    }

    /** Answers what the user has said; the message is in the history from now on. */
    void answer(Message userMessage) {
        history.add(userMessage);
        ask(Kind.ANSWER, context(CONTEXT_MESSAGES));
    }

    /** Asks gently after a long silence. */
    void promptGently() {
        ask(Kind.OWN_ACCORD, with(plan.mode().silencePrompt()));
    }

    /** Says that the time is up which the user was given. */
    void sayThatTimeIsUp() {
        ask(Kind.OWN_ACCORD, with(TIME_IS_UP));
    }

    /** Is to know something that nobody said, from the next request on. */
    void direct(String direction) {
        directions.add(direction, history.messages().size());
    }

    private List<Message> context(int count) {
        return directions.among(history.context(count), history.messages().size());
    }

    /** The conversation so far and a direction. */
    private List<Message> with(String direction) {
        List<Message> messages = new ArrayList<>(context(CONTEXT_MESSAGES - 1));
        messages.add(Message.direction(direction));
        return messages;
    }

    private void ask(Kind kind, List<Message> messages) {
        Reply reply = begin(kind);
        work.reply(ReplyOrder.answer(reply, plan.asking(messages)), reply.cancellation());
    }

    private Reply begin(Kind kind) {
        failed = null;
        retried = null;
        Reply reply = new Reply(++replies, kind);
        current = reply;
        boolean sounds = maySound.getAsBoolean();
        voice.begin(reply.id(), !sounds);
        if (sounds) {
            reply.certainty().becomes();
        }
        return reply;
    }

    /** Whether there is something that {@link #tryAgain()} would do. */
    boolean canTryAgain() {
        return failed != null;
    }

    /** Does again what failed. */
    void tryAgain() {
        Reply again = failed;
        if (again == null) {
            return;
        }
        boolean speechFailed = again.failure().filter(failure -> failure.stage() == Stage.SPEECH).isPresent();
        if (speechFailed) {
            Reply reply = begin(Kind.SPOKEN_AGAIN);
            work.reply(ReplyOrder.say(reply, again.sentences()), reply.cancellation());
        } else {
            replaced = failedPart;
            if (replaced != null) {
                history.withdrawLast();
            }
            if (again.kind() == Kind.OWN_ACCORD) {
                promptGently();
            } else {
                ask(Kind.ANSWER_AGAIN, context(CONTEXT_MESSAGES));
            }
        }
        retried = again;
    }

    /**
     * The user broke in: silence first, then cancel, then the history as heard.
     *
     * @return whether anything was sounding or in the making
     */
    boolean interrupt() {
        HeardSentences heard = voice.interrupt();
        Reply reply = current;
        current = null;
        if (reply == null) {
            return false;
        }
        reply.cancellation().cancel();
        if (reply.kind() != Kind.SPOKEN_AGAIN) {
            String text = voice.available()
                    ? new HeardText(reply.sentences(), heard).text(reply.shown())
                    : SentenceSplitter.join(reply.spoken());
            if (text.isEmpty()) {
                restoreReplaced();
            } else {
                history.add(Message.interruptedPartner(text));
                lastGiven = reply.id();
                cutFrom = OptionalInt.of(reply.text().length());
                sound.partner(voice.takeHeard(reply.id()));
            }
            replaced = null;
        }
        return true;
    }

    /**
     * The user goes on before anything sounded: the reply never was. The message it answers is taken back, as its turn is open again; a
     * reply that was tried again can be tried once more.
     *
     * @return whether a message was taken back
     */
    boolean withdraw() {
        voice.interrupt();
        Reply reply = current;
        current = null;
        if (reply == null) {
            return false;
        }
        reply.cancellation().cancel();
        failed = retried;
        failedPart = replaced;
        restoreReplaced();
        if (reply.kind() == Kind.ANSWER) {
            history.withdrawLast();
            return true;
        }
        return false;
    }

    private void restoreReplaced() {
        if (replaced != null) {
            history.add(replaced);
            replaced = null;
        }
    }

    /**
     * What was heard of the reply that sounds, to its last whole sentence; where it makes good a part of one that failed, that part until
     * then. Empty where that is in the history.
     */
    Optional<Message> unfinished() {
        Reply reply = current;
        String heard = reply == null || reply.kind() == Kind.SPOKEN_AGAIN ? "" : SentenceSplitter.join(reply.heard());
        return heard.isEmpty() ? Optional.ofNullable(replaced) : Optional.of(Message.partner(heard));
    }

    /** The reply has sounded as far as it goes. */
    void finish(Reply reply) {
        current = null;
        failed = reply.failure().isPresent() ? reply : null;
        failedPart = replaced;
        if (reply.kind() != Kind.SPOKEN_AGAIN && !reply.sentences().isEmpty()) {
            lastGiven = reply.id();
            failedPart = Message.partner(reply.text());
            history.add(failedPart);
            replaced = null;
        }
        restoreReplaced();
        if (!reply.sentences().isEmpty()) {
            sound.partner(voice.takeHeard(reply.id()));
        }
    }

    void cancel() {
        if (current != null) {
            interrupt();
        }
    }
}
