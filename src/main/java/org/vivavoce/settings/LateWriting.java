package org.vivavoce.settings;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Writes a file in the background, so that a slow disk holds up nobody. Thread-safe; returns at once. What cannot be written holds until
 * the program ends: that is not worth an interruption.
 */
final class LateWriting {

    private final KeptText text; // guarded by itself
    private final Executor background;
    private final Supplier<String> content;

    /** @param content what is to be in the file, asked for when it is written: of two orders, either may run first */
    LateWriting(KeptText text, Executor background, Supplier<String> content) {
        this.text = text;
        this.background = background;
        this.content = content;
    }

    /** Something has changed. */
    void order() {
        try {
            background.execute(this::write);
        } catch (RejectedExecutionException e) { // the program is ending, and nobody is kept waiting any more
            write();
        }
    }

    private void write() {
        synchronized (text) {
            try {
                text.write(content.get());
            } catch (IOException e) {
                // it is learned anew next time
            }
        }
    }
}
