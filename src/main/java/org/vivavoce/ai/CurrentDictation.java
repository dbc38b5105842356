package org.vivavoce.ai;

import java.util.function.Supplier;

/**
 * The dictation of services that may be replaced while a conversation goes on. A piece that was begun with others is not theirs: those that
 * are in use when it is transcribed get it whole. As thread-safe as they are.
 *
 * @param services those in use
 */
public record CurrentDictation(Supplier<Services> services) implements Dictation {

    @Override
    public void begin(SpeechHints hints) {
        now().begin(hints);
    }

    @Override
    public void add(short[] samples) {
        now().add(samples);
    }

    @Override
    public void end(short[] piece) {
        now().end(piece);
    }

    @Override
    public void drop() {
        now().drop();
    }

    private Dictation now() {
        return services.get().dictation();
    }
}
