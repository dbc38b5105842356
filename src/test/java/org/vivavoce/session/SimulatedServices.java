package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Dictation;
import org.vivavoce.audio.Sound;

/**
 * The three services of a simulated conversation. How each step goes is a matter of {@link Fate}; who still works on what can be asked
 * at any time.
 */
final class SimulatedServices implements ReplyWork {

    /** From a service's answer to the session's queue: whoever cancels meanwhile gets it all the same. */
    static final long TRANSIT_MS = 5;
    private static final long ASIDE_MS = 400;
    private static final int ASIDE_SAMPLES = Sound.PLAYBACK_RATE * 9 / 10;

    private final SimulatedRecogniser recogniser;
    private final SimulatedReply.Surroundings around;
    private final IntSupplier sentencesOfReply;
    private final List<SimulatedReply> replies = new ArrayList<>();
    private final List<SimulatedReply> open = new ArrayList<>();

    SimulatedServices(SimulatedRecogniser recogniser, SimulatedReply.Surroundings around,
            IntSupplier sentencesOfReply) {
        this.recogniser = recogniser;
        this.around = around;
        this.sentencesOfReply = sentencesOfReply;
    }

    SimulatedRecogniser recogniser() {
        return recogniser;
    }

    @Override
    public void transcribe(TranscriptionOrder order, Cancellation cancellation) {
        recogniser.transcribe(order, cancellation);
    }

    @Override
    public Dictation dictation() {
        return Dictation.NONE;
    }

    @Override
    public void forget(long piece) {
        // what is kept on disk is tested elsewhere
    }

    @Override
    public void reply(ReplyOrder order, Cancellation cancellation) {
        List<String> sentences = order.sentences();
        if (order.request().isPresent()) {
            sentences = new ArrayList<>();
            for (int i = sentencesOfReply.getAsInt(); i > 0; i--) {
                sentences.add("Reply " + order.id() + " says this much, slowly.");
            }
        }
        SimulatedReply reply = new SimulatedReply(order, List.copyOf(sentences), cancellation, around);
        replies.add(reply);
        open.add(reply);
        reply.begin();
    }

    @Override
    public void sayAside(String phrase, Cancellation cancellation) {
        around.time().in(ASIDE_MS, () -> {
            if (!cancellation.isCancelled()) {
                around.session().accept(new SessionEvent.AsideReady(new short[ASIDE_SAMPLES]));
            }
        });
    }

    @Override
    public void warm() {}

    /** The replies that somebody works on. */
    List<SimulatedReply> openReplies() {
        open.removeIf(reply -> !reply.isOpen());
        return open;
    }

    /** A reply by its number. */
    Optional<SimulatedReply> reply(long id) {
        return replies.stream().filter(reply -> reply.order().id() == id).findFirst();
    }

    /** The last one that was asked for. */
    Optional<SimulatedReply> lastReply() {
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.getLast());
    }

    /** Whether somebody works on anything. */
    boolean isAtWork() {
        return !recogniser.open().isEmpty() || !openReplies().isEmpty();
    }
}
