package org.vivavoce.ai;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Counts what was dictated and came to nothing, since a service that listens live is paid by the minute it listened; what becomes a
 * piece is counted when that is transcribed. Used by the {@code session} thread.
 */
final class MeteredDictation implements Dictation {

    private final Dictation dictation;
    private final Consumer<ServiceUse> meter;
    private long samples;

    MeteredDictation(Dictation dictation, Consumer<ServiceUse> meter) {
        this.dictation = dictation;
        this.meter = meter;
    }

    @Override
    public void begin(SpeechHints hints) {
        countWasted();
        dictation.begin(hints);
    }

    @Override
    public void add(short[] more) {
        samples += more.length;
        dictation.add(more);
    }

    @Override
    public void end(short[] piece) {
        if (samples > piece.length) {
            countWasted(); // it ended earlier than was added: it is sent a second time, whole
        }
        samples = 0;
        dictation.end(piece);
    }

    @Override
    public void drop() {
        countWasted();
        dictation.drop();
    }

    private void countWasted() {
        if (samples > 0) {
            meter.accept(ServiceUse.transcribed(Duration.ofNanos(samples * 1_000_000_000L / SAMPLE_RATE)));
            samples = 0;
        }
    }
}
