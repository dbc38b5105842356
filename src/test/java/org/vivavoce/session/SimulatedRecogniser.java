package org.vivavoce.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Transcript;
import org.vivavoce.session.SessionEvent.PieceFailed;
import org.vivavoce.session.SessionEvent.PieceTranscribed;
import org.vivavoce.session.SimulatedUser.Word;

/** A recogniser who understands what was recorded of a simulated user, and remembers all that it was ever sent. */
final class SimulatedRecogniser {

    static final String GHOST = "Thanks for watching!";
    private static final double MISHEARS = 0.03;
    private static final double INVENTS = 0.5;

    /** What became of a recording. */
    enum Outcome {
        OPEN, UNDERSTOOD, NOT_UNDERSTOOD, FAILED
    }

    /** A recording that was sent. */
    static final class Sent {
        private final long piece;
        private final BitSet frames;
        private final List<Word> words;
        private final Cancellation cancellation;
        private Outcome outcome = Outcome.OPEN;

        private Sent(long piece, BitSet frames, List<Word> words, Cancellation cancellation) {
            this.piece = piece;
            this.frames = frames;
            this.words = words;
            this.cancellation = cancellation;
        }

        long piece() {
            return piece;
        }

        BitSet frames() {
            return frames;
        }

        Outcome outcome() {
            return outcome;
        }

        /** Whether somebody still works on it. */
        boolean isOpen() {
            return outcome == Outcome.OPEN && !cancellation.isCancelled();
        }
    }

    private final VirtualTime time;
    private final Fate fate;
    private final Random random;
    private final SimulatedUser user;
    private final Consumer<SessionEvent> session;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Sent> open = new ArrayList<>();
    private final Set<Long> sentAgain = new HashSet<>();
    private boolean attentive;

    SimulatedRecogniser(VirtualTime time, Fate fate, Random random, SimulatedUser user,
            Consumer<SessionEvent> session) {
        this.time = time;
        this.fate = fate;
        this.random = random;
        this.user = user;
        this.session = session;
    }

    /** From now on every word is understood. */
    void isAttentive(boolean isAttentive) {
        attentive = isAttentive;
    }

    void transcribe(TranscriptionOrder order, Cancellation cancellation) {
        BitSet frames = SimulatedUser.frames(order.samples());
        Sent one = new Sent(order.piece(), frames, user.wordsIn(frames), cancellation);
        if (sent.stream().anyMatch(earlier -> earlier.piece == one.piece)) {
            sentAgain.add(one.piece);
        }
        sent.add(one);
        open.add(one);
        fate.decide(Stage.TRANSCRIPTION, order.piece(), cancellation, () -> understands(one), () -> fails(one));
    }

    private void understands(Sent one) {
        if (!one.isOpen()) {
            return;
        }
        boolean mishears = !attentive && random.nextDouble() < MISHEARS;
        one.outcome = mishears ? Outcome.NOT_UNDERSTOOD : Outcome.UNDERSTOOD;
        String text = mishears ? "" : one.words.stream().map(Word::text).collect(Collectors.joining(" "));
        String heard = one.words.isEmpty() && random.nextDouble() < INVENTS ? GHOST : text;
        time.in(SimulatedServices.TRANSIT_MS,
                () -> session.accept(new PieceTranscribed(one.piece, new Transcript(heard))));
    }

    private void fails(Sent one) {
        if (one.isOpen()) {
            one.outcome = Outcome.FAILED;
            time.in(SimulatedServices.TRANSIT_MS, () -> session.accept(new PieceFailed(one.piece,
                    new ServiceException.ServiceDown(Stage.TRANSCRIPTION, 503, null))));
        }
    }

    /** The recordings that somebody works on. */
    List<Sent> open() {
        open.removeIf(one -> !one.isOpen());
        return open;
    }

    /** The last recording that a word is in. */
    Optional<Sent> lastWith(Word word) {
        return sent.reversed().stream().filter(one -> one.words.contains(word)).findFirst();
    }

    /** Whether a word was in a recording that had to be sent once more. */
    boolean wasSentAgain(Word word) {
        return !sentAgain.isEmpty()
                && sent.stream().anyMatch(one -> sentAgain.contains(one.piece) && one.words.contains(word));
    }

    /** The last one sent at all. */
    Sent last() {
        return sent.getLast();
    }

    int count() {
        return sent.size();
    }
}
