package org.vivavoce.bench.hearing;

import org.vivavoce.audio.EchoCanceller;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.audio.LevelMeter;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.turn.HeardFrame;

/** What the program does with a captured frame before the detector gets it: cancels, suppresses noise, filters, measures. */
final class ProductEar implements AutoCloseable {

    private final EchoCanceller canceller;
    private final LevelMeter meter = new LevelMeter();

    ProductEar() {
        EchoCancellers.Choice choice = new EchoCancellers().open();
        canceller = choice.canceller();
        if (choice.reason().isPresent()) {
            canceller.close();
            throw new IllegalStateException("WebRTC's library does not load here");
        }
    }

    /** A frame that is about to sound. */
    void played(short[] frame) {
        canceller.played(frame);
    }

    /** Takes a captured frame; cleans it in place. */
    HeardFrame hear(short[] frame) {
        boolean mayHoldEcho = canceller.clean(frame);
        SoundLevel level = meter.measure(frame);
        return new HeardFrame(level.dbfs(), level.periodicity(), level.pitchHertz(), mayHoldEcho);
    }

    @Override
    public void close() {
        canceller.close();
    }
}
