package org.vivavoce.ai;

import java.util.function.Consumer;
import org.vivavoce.practice.Message;

/**
 * Counts what the three services of a conversation are used for. Functions without state; the meter is told on the threads that call.
 * A request that is broken off has been paid for, as a rule, and counts like one that was answered; one that a service refuses does not.
 * Below hedging it counts second requests too, as they are paid for, and sound that a service listened to in vain.
 */
public final class MeteredServices {

    private MeteredServices() {}

    /** The same services, each request counted. */
    public static Services of(Services services, Consumer<ServiceUse> meter) {
        return new Services(
                (request, cancellation) -> transcribe(services.speechToText(), request, cancellation, meter),
                (request, onText, cancellation) -> reply(services.languageModel(), request, onText, cancellation,
                        meter),
                (request, cancellation) -> speak(services.textToSpeech(), request, cancellation, meter),
                services.warm(), services.onClose(), metered(services.dictation(), meter));
    }

    /** Where nothing is dictated, nothing is counted. */
    private static Dictation metered(Dictation dictation, Consumer<ServiceUse> meter) {
        return dictation.equals(Dictation.NONE) ? dictation : new MeteredDictation(dictation, meter);
    }

    private static Transcript transcribe(SpeechToText service, TranscriptionRequest request, Cancellation cancellation,
            Consumer<ServiceUse> meter) throws ServiceException {
        boolean sent = !cancellation.isCancelled();
        ServiceUse use = ServiceUse.transcribed(request.audio().duration());
        try {
            Transcript transcript = service.transcribe(request, cancellation);
            meter.accept(use);
            return transcript;
        } catch (ServiceException.Cancelled e) {
            if (sent) {
                meter.accept(use);
            }
            throw e;
        }
    }

    private static Completion reply(LanguageModel service, ChatRequest request, Consumer<String> onText,
            Cancellation cancellation, Consumer<ServiceUse> meter) throws ServiceException {
        boolean sent = !cancellation.isCancelled();
        StringBuilder written = new StringBuilder();
        try {
            Completion completion = service.reply(request, text -> {
                written.append(text);
                onText.accept(text);
            }, cancellation);
            meter.accept(counted(request, completion));
            return completion;
        } catch (ServiceException e) {
            boolean begun = !written.isEmpty() || e instanceof ServiceException.Cancelled;
            if (sent && begun) {
                meter.accept(ServiceUse.replied(tokens(request), TextAmount.tokens(written.toString())));
            }
            throw e;
        }
    }

    /** What the service counted, or an estimate where it did not. */
    private static ServiceUse counted(ChatRequest request, Completion completion) {
        return ServiceUse.replied(
                completion.inputTokens() >= 0 ? completion.inputTokens() : tokens(request),
                completion.outputTokens() >= 0 ? completion.outputTokens() : TextAmount.tokens(completion.text()));
    }

    private static long tokens(ChatRequest request) {
        return TextAmount.tokens(request.systemPrompt())
                + request.messages().stream().map(Message::text).mapToLong(TextAmount::tokens).sum()
                + request.rounds().stream().mapToLong(MeteredServices::tokens).sum();
    }

    private static long tokens(ToolRound round) {
        return TextAmount.tokens(round.said())
                + round.calls().stream().map(ToolCall::arguments).mapToLong(TextAmount::tokens).sum()
                + round.results().stream().mapToLong(TextAmount::tokens).sum();
    }

    private static SpeechStream speak(TextToSpeech service, SpeechRequest request, Cancellation cancellation,
            Consumer<ServiceUse> meter) throws ServiceException {
        boolean sent = !cancellation.isCancelled();
        try {
            SpeechStream stream = service.speak(request, cancellation);
            meter.accept(ServiceUse.spoken(request));
            return stream;
        } catch (ServiceException.Cancelled e) {
            if (sent) {
                meter.accept(ServiceUse.spoken(request));
            }
            throw e;
        }
    }
}
