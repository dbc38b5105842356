package org.vivavoce.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.practice.Message;

/** Tries each service with a small request and times it. Used by one thread; blocks, up to 15 s for a silent service. */
public final class ServiceCheck {

    private static final int BUFFER_BYTES = 4096;

    private final Services services;
    private final LongSupplier nanoTime;

    /** @param nanoTime the clock, in nanoseconds */
    public ServiceCheck(Services services, LongSupplier nanoTime) {
        this.services = services;
        this.nanoTime = nanoTime;
    }

    /**
     * What the services are tried with, as a conversation would ask them.
     *
     * @param sample   a short utterance
     * @param sentence to be spoken, by the conversation's voice and in its manner
     */
    public record Probe(TranscriptionRequest sample, SpeechRequest sentence) {}

    /**
     * How one service did.
     *
     * @param stage   which
     * @param began   until the first word of the chat model, or the first sound of the voice; empty where all comes at once, or nothing
     *                came
     * @param took    until its whole answer was there; until the failure where it failed
     * @param failure why it failed; empty when all is well
     */
    public record Result(Stage stage, Optional<Duration> began, Duration took, Optional<ServiceException> failure) {
        /** Whether the service works. */
        public boolean ok() {
            return failure.isEmpty();
        }
    }

    /**
     * Tries the three in the order of a turn; a failure does not keep the next from being tried. What the recogniser understood is
     * dropped.
     *
     * @param onResult is told each result as it comes, on the calling thread
     * @return the results so far, three unless it was cancelled
     */
    public List<Result> run(Probe probe, Consumer<Result> onResult, Cancellation cancellation) {
        List<Result> results = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!cancellation.isCancelled()) {
                Result result = timed(stage, probe, cancellation);
                results.add(result);
                onResult.accept(result);
            }
        }
        return results;
    }

    private Result timed(Stage stage, Probe probe, Cancellation cancellation) {
        Watch watch = new Watch();
        Optional<ServiceException> failure = Optional.empty();
        try {
            call(stage, probe, watch, cancellation);
        } catch (ServiceException e) {
            failure = Optional.of(e);
        }
        return new Result(stage, watch.began(), watch.sinceStart(), failure);
    }

    private void call(Stage stage, Probe probe, Watch watch, Cancellation cancellation) throws ServiceException {
        switch (stage) {
            case TRANSCRIPTION -> services.speechToText().transcribe(probe.sample(), cancellation);
            case CHAT -> services.languageModel().reply(
                    new ChatRequest("You are being tested. Answer in one word.", List.of(Message.user("Say OK")), 0,
                            16),
                    text -> watch.begins(), cancellation);
            case SPEECH -> {
                try (SpeechStream stream = services.textToSpeech().speak(probe.sentence(), cancellation)) {
                    byte[] buffer = new byte[BUFFER_BYTES];
                    while (stream.read(buffer) >= 0) {
                        watch.begins();
                    }
                }
            }
        }
    }

    /** Times one answer. */
    private final class Watch {

        private final long start = nanoTime.getAsLong();
        private Optional<Duration> began = Optional.empty();

        void begins() {
            if (began.isEmpty()) {
                began = Optional.of(sinceStart());
            }
        }

        Optional<Duration> began() {
            return began;
        }

        Duration sinceStart() {
            return Duration.ofNanos(nanoTime.getAsLong() - start);
        }
    }
}
