package org.vivavoce.openai.realtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.VoiceListener;

/**
 * Who speaks: the voice that was asked for, or where the service does not have it, the second choice, of which the listener is told
 * once. Thread-safe.
 */
final class VoiceChoice {

    /** The built-in voices of OpenAI's Realtime models (schema {@code VoiceIdsShared}, August 2026). */
    private static final Set<String> OPENAI = Set.of("alloy", "ash", "ballad", "cedar", "coral", "echo", "marin",
            "sage", "shimmer", "verse");

    /** One of the two that OpenAI recommends there; speaks for modes without a second choice of their own. */
    private static final String OPENAI_DEFAULT = "marin";

    private final boolean openAi;
    private final VoiceListener listener;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param model other servers' models have voices of their own, which only they know */
    VoiceChoice(String model, VoiceListener listener) {
        this.openAi = model.startsWith("gpt-");
        this.listener = listener;
    }

    /** The voice that speaks. */
    String of(SpeechRequest request) {
        String used = choices(request).findFirst().orElse(request.voice());
        if (!used.equals(request.voice()) && told.add(request.voice())) {
            listener.replaced(new ReplacedVoice(request.voice(), used));
        }
        return used;
    }

    /** The service said that it has no such voice; tells whether there is another to try. */
    boolean refused(String voice, SpeechRequest request) {
        refused.add(voice);
        return choices(request).findAny().isPresent();
    }

    private Stream<String> choices(SpeechRequest request) {
        return Stream.of(request.voice(), request.alternateVoice(), openAi ? OPENAI_DEFAULT : "")
                .filter(this::mayBeThere);
    }

    private boolean mayBeThere(String voice) {
        return !voice.isBlank() && !refused.contains(voice) && (!openAi || OPENAI.contains(voice));
    }
}
