package org.vivavoce.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.session.UnreadableUtteranceException;
import org.vivavoce.session.WrittenTurn;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.StoreException;

/** Has messages answered, so many at a time and one a session. Thread-safe; the thread that asks waits for the end of the reply. */
final class Replies {

    private static final Duration TRY_AGAIN_IN = Duration.ofSeconds(5);

    private final LiveSessions live;
    private final Conversations conversations;
    private final Semaphore free;

    Replies(LiveSessions live, Conversations conversations, int most) {
        this.live = live;
        this.conversations = conversations;
        this.free = new Semaphore(most);
    }

    /** A message of the user. */
    sealed interface Incoming {

        /** One that was typed. */
        record Typed(String text) implements Incoming {
            @Override
            public String toString() {
                return "Typed"; // what was said never enters a log
            }
        }

        /** The file of one that was spoken. */
        record Spoken(byte[] file) implements Incoming {}
    }

    /**
     * Answers. What comes of it, a problem too, goes to the sink.
     *
     * @param aloud whether the reply is spoken as well
     */
    void answer(SessionId id, Incoming message, boolean aloud, ReplySink sink, Cancellation cancellation) {
        if (!free.tryAcquire()) {
            sink.failed(Problem.tooMany("As many replies run as may run at a time: wait for the end of one.",
                    TRY_AGAIN_IN));
            return;
        }
        try {
            WrittenTurn.Answer answer = answered(live.get(id), message, aloud, sink, cancellation);
            sink.done(answer);
        } catch (ProblemException e) {
            sink.failed(e.problem());
        } catch (ServiceException e) {
            sink.failed(ServiceProblems.of(e));
        } catch (UnreadableUtteranceException e) {
            sink.failed(Problem.notUnderstood(e.sentence()));
        } catch (StoreException e) {
            sink.failed(Problem.unavailable(e.problem().sentence()));
        } finally {
            free.release();
        }
    }

    private WrittenTurn.Answer answered(LiveSession session, Incoming message, boolean aloud, ReplySink sink,
            Cancellation cancellation) throws ProblemException, ServiceException, UnreadableUtteranceException {
        Optional<WrittenTurn> begun = session.begin(sink, cancellation);
        if (begun.isEmpty()) {
            throw new ProblemException(Problem.busy());
        }
        try {
            return answered(begun.get(), message, aloud, sink);
        } finally {
            conversations.settle(); // who hears that it is done finds it kept
            session.finished(live.nowNanos());
        }
    }

    private static WrittenTurn.Answer answered(WrittenTurn begun, Incoming message, boolean aloud, ReplySink sink)
            throws ProblemException, ServiceException, UnreadableUtteranceException {
        try (WrittenTurn turn = begun) {
            return switch (message) {
                case Incoming.Typed(String text) -> turn.answer(text, true, aloud);
                case Incoming.Spoken(byte[] file) -> {
                    String words = turn.understand(file);
                    if (words.isEmpty()) {
                        throw new ProblemException(Problem.notUnderstood(
                                "No words could be made out: say it again, or send it as text."));
                    }
                    sink.heard(words);
                    yield turn.answer(words, false, aloud);
                }
            };
        }
    }
}
