package org.vivavoce.session;

import java.util.List;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.audio.Sound;
import org.vivavoce.practice.Role;
import org.vivavoce.session.SessionEvent.ReplyFailed;
import org.vivavoce.session.SessionEvent.ReplyWritten;
import org.vivavoce.session.SessionEvent.SentenceReady;

/**
 * A reply while it is written and spoken, a sentence a step each, as the pipeline does it: one sentence is spoken after the other; what
 * cannot be spoken ends the speech, what cannot be written ends the reply. An answer that is on its way arrives, whoever cancels.
 */
final class SimulatedReply {

    private static final int SAMPLES_PER_CHARACTER = Sound.PLAYBACK_RATE / 15;

    private final ReplyOrder order;
    private final List<String> sentences;
    private final Cancellation cancellation;
    private final Surroundings around;
    private int written;
    private int spoken;
    private boolean speaking;
    private boolean allWritten;
    private boolean broken;
    private boolean ended;

    /** Where it happens. */
    record Surroundings(VirtualTime time, Fate fate, PartnerVoice voice, Consumer<SessionEvent> session) {}

    SimulatedReply(ReplyOrder order, List<String> sentences, Cancellation cancellation, Surroundings around) {
        this.order = order;
        this.sentences = sentences;
        this.cancellation = cancellation;
        this.around = around;
    }

    ReplyOrder order() {
        return order;
    }

    List<String> sentences() {
        return sentences;
    }

    /** Whether somebody still works on it. */
    boolean isOpen() {
        return !ended && !cancellation.isCancelled();
    }

    /** Whether it answers what the user said last; else it is the partner's own accord. */
    boolean answersUser() {
        return order.request().filter(request -> request.messages().getLast().role() == Role.USER).isPresent();
    }

    void begin() {
        if (order.request().isPresent()) {
            write();
        } else {
            sentences.forEach(sentence -> isWritten());
        }
    }

    private void write() {
        around.fate.decide(Stage.CHAT, order.id(), cancellation, () -> {
            if (isOpen()) {
                isWritten();
                if (!allWritten) {
                    write();
                }
            }
        }, () -> fails(Stage.CHAT));
    }

    private void isWritten() {
        int index = written++;
        allWritten = written == sentences.size();
        arrives(() -> around.session.accept(new SentenceReady(order.id(), index, sentences.get(index))));
        if (allWritten) {
            arrives(() -> around.session.accept(
                    new ReplyWritten(order.id(), new Completion(String.join(" ", sentences), false, 10, 10))));
        }
        speak();
    }

    private void speak() {
        while (!broken && !speaking && spoken < written && !around.voice.available()) {
            spoken++; // nobody asks for speech
        }
        if (broken || spoken == written) {
            endWhereAllIsDone();
        } else if (!speaking) {
            speaking = true;
            around.fate.decide(Stage.SPEECH, order.id(), cancellation, this::isSpoken, () -> fails(Stage.SPEECH));
        }
    }

    private void isSpoken() {
        if (!isOpen()) {
            return;
        }
        int index = spoken++;
        speaking = false;
        arrives(() -> {
            try {
                around.voice.put(order.id(), index,
                        new short[sentences.get(index).length() * SAMPLES_PER_CHARACTER]);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            around.voice.endSentence(order.id(), index);
        });
        speak();
    }

    private void fails(Stage stage) {
        if (!isOpen()) {
            return;
        }
        if (stage == Stage.CHAT) {
            allWritten = true;
        } else {
            broken = true;
        }
        arrives(() -> around.session.accept(new ReplyFailed(order.id(), new ServiceException.TimedOut(stage, null))));
        endWhereAllIsDone();
    }

    private void endWhereAllIsDone() {
        if (allWritten && (broken || spoken == written) && !ended) {
            ended = true;
            arrives(() -> around.voice.end(order.id()));
        }
    }

    private void arrives(Runnable news) {
        around.time.in(SimulatedServices.TRANSIT_MS, news);
    }
}
