package org.vivavoce.ai;

/**
 * Is told where a voice does otherwise than it was asked. Called on any thread; must not block. Is never told what was said, so that
 * it may count and log.
 */
@FunctionalInterface
public interface VoiceListener {

    /** Listens to nothing. */
    VoiceListener NONE = voice -> {
    };

    /** A sentence was spoken to its end, in other words than those it was given. */
    default void reworded() {}

    /** The service does not have the voice; told once a voice. */
    void replaced(ReplacedVoice voice);
}
