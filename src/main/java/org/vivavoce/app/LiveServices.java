package org.vivavoce.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.CurrentDictation;
import org.vivavoce.ai.Services;
import org.vivavoce.openai.OpenAiServices;

/**
 * The services of one conversation, which follow the settings: whoever corrects a key or an address goes on with the new one. Calls
 * that run keep the service they began with. Thread-safe.
 */
final class LiveServices {

    /**
     * Services with what they were made from.
     *
     * @param madeFrom anything that is equal as long as nothing relevant has changed
     * @param make     makes them
     * @param around   what stands between them and the conversation: counting, sending again
     */
    record Choice(Object madeFrom, Supplier<OpenAiServices> make, UnaryOperator<Services> around) {}

    private final Supplier<Choice> choice;
    private final List<Services> made = new ArrayList<>(); // guarded by this
    private @Nullable Object madeFrom; // guarded by this
    private volatile Services current;

    /**
     * Chooses for the first time.
     *
     * @param choice what the settings ask for now; may block
     */
    LiveServices(Supplier<Choice> choice) {
        this.choice = choice;
        Choice first = choice.get();
        madeFrom = first.madeFrom();
        current = first.around().apply(first.make().get().services());
        made.add(current);
    }

    /** Goes by the settings as they are now. May block. */
    synchronized void refresh() {
        Choice now = choice.get();
        if (!now.madeFrom().equals(madeFrom)) {
            madeFrom = now.madeFrom();
            current = now.around().apply(now.make().get().services());
            made.add(current);
        }
    }

    /** The services, for a conversation. */
    Services services() {
        return new Services(
                (request, cancellation) -> current.speechToText().transcribe(request, cancellation),
                (request, onText, cancellation) -> current.languageModel().reply(request, onText,
                        cancellation),
                (request, cancellation) -> current.textToSpeech().speak(request, cancellation),
                () -> current.warm().run(), this::close, new CurrentDictation(() -> current));
    }

    private synchronized void close() {
        made.forEach(Services::close);
    }
}
