package org.vivavoce.ai;

import org.vivavoce.audio.Sound;

/**
 * Takes a piece of speech while it is spoken, so that most of it is with the service when it ends. Only a help: what is said is
 * transcribed by {@link SpeechToText#transcribe}, which finds a piece that was dictated and sends any other whole; nothing here fails.
 * Called by the {@code session} thread; never blocks.
 */
public interface Dictation {

    /** Samples a second of what is taken. */
    int SAMPLE_RATE = Sound.CAPTURE_RATE;

    /** Takes nothing: for services that want a piece whole. */
    Dictation NONE = new Dictation() {
        @Override
        public void begin(SpeechHints hints) {}

        @Override
        public void add(short[] samples) {}

        @Override
        public void end(short[] piece) {}

        @Override
        public void drop() {}
    };

    /** A piece begins; one that was begun and not ended is dropped. */
    void begin(SpeechHints hints);

    /** What was said next; not to be changed afterwards. Ignored where no piece was begun. */
    void add(short[] samples);

    /**
     * The piece is complete, and will be transcribed.
     *
     * @param piece all of it: what was added, and what follows that; where it is something else, what was added is dropped
     */
    void end(short[] piece);

    /** What was added is no piece: it is part of another one, or was nothing. */
    void drop();
}
