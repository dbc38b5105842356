package org.vivavoce.ui.common;

import java.util.Optional;
import java.util.function.Consumer;
import org.vivavoce.settings.ServicePreset;

/** Tries whether services answer. */
@FunctionalInterface
public interface ServiceTester {

    /** What the recogniser is tried with. */
    enum Sample {
        /** Two seconds of the microphone, where there is one: only where the user was told so. */
        MICROPHONE,
        /** A second of silence. */
        SILENCE
    }

    /** A try that is going on. Any thread; returns at once; the second call does nothing. */
    @FunctionalInterface
    interface Attempt {
        /** Gives it up: nothing more is told. */
        void cancel();
    }

    /**
     * What came of one part.
     *
     * @param well     whether it works
     * @param sentence for the user: what was tried and what came of it
     */
    record Result(boolean well, String sentence) {}

    /**
     * Tries the three services one after the other, in the order of a turn: recogniser, chat model, voice. Returns at once.
     *
     * @param services with the user's own addresses and models in them
     * @param key      the key to use, where there is one
     * @param sample   what the recogniser hears
     * @param each     is told each result in that order, on any thread
     * @param end      is told when nothing more comes, on any thread
     */
    Attempt test(ServicePreset services, Optional<String> key, Sample sample, Consumer<Result> each, Runnable end);
}
