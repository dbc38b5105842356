package org.vivavoce.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServiceCheck;
import org.vivavoce.practice.Mode;

/**
 * Tries the three services of a preset as a conversation would use them, and says what came of it. Blocking; any thread but the one of
 * the window. What was said into the microphone goes to the recogniser and nowhere else; what was understood is dropped.
 */
public final class ServiceProbe {

    /** Sent as what was said before, so that a recogniser which takes no such text is known. */
    private static final String BEFORE = "This is a test.";

    private final Trials trials;
    private final Voices voices;

    /**
     * What came of one service.
     *
     * @param model    that was asked
     * @param well     whether it works
     * @param sentence for the user
     */
    public record Told(String model, boolean well, String sentence) {}

    /** Makes services of which nothing is known. */
    @FunctionalInterface
    interface Trials {
        /** The listener is told where the voice does otherwise than it was asked. */
        OpenAiServices of(ServiceMaker.Order asked, VoiceListener listener);
    }

    /** Asks for the voices of a server. */
    @FunctionalInterface
    interface Voices {
        /** Blocks; none where the server does not tell. */
        List<String> of(ServiceMaker.Order asked, Cancellation cancellation);
    }

    ServiceProbe(Trials trials, Voices voices) {
        this.trials = trials;
        this.voices = voices;
    }

    /**
     * Tries them in the order of a turn.
     *
     * @param recorded what the microphone heard, {@link Sound#CAPTURE_RATE} samples a second; empty to try with a second of silence
     * @param each     is told each result, on the calling thread
     */
    public void run(ServiceMaker.Order asked, short[] recorded, Consumer<Told> each, Cancellation cancellation) {
        AtomicReference<Optional<ReplacedVoice>> replaced = new AtomicReference<>(Optional.empty());
        OpenAiServices made = trials.of(asked, new Listener(replaced));
        try (Services services = made.services()) {
            new ServiceCheck(services, System::nanoTime).run(probe(asked, recorded), result -> {
                if (!cancellation.isCancelled()) {
                    List<String> listed = result.stage() == Stage.SPEECH ? voices.of(asked, cancellation) : List.of();
                    String own = asked.preset().speech().voice();
                    String voice = replaced.get().map(ReplacedVoice::used)
                            .orElse(own.isEmpty() ? asked.mode().voice() : own);
                    String model = ServiceParts.model(ServiceParts.of(asked.preset(), result.stage()), asked.mode(),
                            asked.language());
                    each.accept(new Told(model, result.ok(), new ProbeSentence(result, recorded.length > 0,
                            made.leftOut(result.stage()), new ProbeSentence.Voice(voice, replaced.get(), listed))
                            .text()));
                }
            }, cancellation);
        }
    }

    private static ServiceCheck.Probe probe(ServiceMaker.Order asked, short[] recorded) {
        EncodedAudio sample = new WavEncoder().encode(recorded.length > 0 ? recorded : new short[Sound.CAPTURE_RATE]);
        Mode mode = asked.mode();
        return new ServiceCheck.Probe(new TranscriptionRequest(sample, Optional.of(asked.language().code()), BEFORE),
                new SpeechRequest("OK.", mode.voice(), mode.alternateVoice(),
                        mode.speakingInstructionsFor(asked.language())));
    }

    private record Listener(AtomicReference<Optional<ReplacedVoice>> replacement) implements VoiceListener {
        @Override
        public void reworded() {} // of one word nothing follows

        @Override
        public void replaced(ReplacedVoice voice) {
            replacement.set(Optional.of(voice));
        }
    }
}
