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

/** Tries each service with the smallest request there is and times it. Used by one thread; blocks, up to 15 s for a silent service. */
public final class ServiceCheck {

    private final Services services;
    private final LongSupplier nanoTime;

    /** @param nanoTime the clock, in nanoseconds */
    public ServiceCheck(Services services, LongSupplier nanoTime) {
        this.services = services;
        this.nanoTime = nanoTime;
    }

    /**
     * How one service did.
     *
     * @param stage   which
     * @param took    until its whole answer was there, for the voice until its first sound; until the failure where it failed
     * @param failure why it failed; empty when all is well
     */
    public record Result(Stage stage, Duration took, Optional<ServiceException> failure) {
        /** Whether the service works. */
        public boolean ok() {
            return failure.isEmpty();
        }
    }

    /**
     * Tries the three in the order of a turn; a failure does not keep the next from being tried.
     *
     * @param sample   a short utterance and its language
     * @param voice    a voice of the speech service
     * @param onResult is told each result as it comes, on the calling thread
     * @return the results so far, three unless it was cancelled
     */
    public List<Result> run(TranscriptionRequest sample, String voice, Consumer<Result> onResult,
            Cancellation cancellation) {
        List<Result> results = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!cancellation.isCancelled()) {
                Result result = timed(stage, sample, voice, cancellation);
                results.add(result);
                onResult.accept(result);
            }
        }
        return results;
    }

    private Result timed(Stage stage, TranscriptionRequest sample, String voice, Cancellation cancellation) {
        long start = nanoTime.getAsLong();
        Optional<ServiceException> failure = Optional.empty();
        try {
            call(stage, sample, voice, cancellation);
        } catch (ServiceException e) {
            failure = Optional.of(e);
        }
        return new Result(stage, Duration.ofNanos(nanoTime.getAsLong() - start), failure);
    }

    private void call(Stage stage, TranscriptionRequest sample, String voice, Cancellation cancellation)
            throws ServiceException {
        switch (stage) {
            case TRANSCRIPTION -> services.speechToText().transcribe(sample, cancellation);
            case CHAT -> services.languageModel().reply(
                    new ChatRequest("You are being tested. Answer in one word.", List.of(Message.user("Say OK")), 0,
                            16),
                    text -> {
                    }, cancellation);
            case SPEECH -> {
                try (SpeechStream stream = services.textToSpeech().speak(new SpeechRequest("OK", voice, ""),
                        cancellation)) {
                    stream.read(new byte[1]);
                }
            }
        }
    }
}
