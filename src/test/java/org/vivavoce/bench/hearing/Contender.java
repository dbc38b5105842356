package org.vivavoce.bench.hearing;

import org.vivavoce.turn.AdaptiveVoiceActivity;
import org.vivavoce.turn.ClassicVoiceActivity;
import org.vivavoce.turn.HeardFrame;
import org.vivavoce.turn.VoiceActivityValues;

/** A detector that is measured; hears one recording and says which of its frames are speech. */
interface Contender extends AutoCloseable {

    /** The detectors that are compared. */
    enum Kind {
        ADAPTIVE, CLASSIC, WEBRTC;

        /** One for a recording of so many frames. */
        Contender hearing(int frames) {
            return switch (this) {
                case ADAPTIVE -> new DetectorContender(new AdaptiveVoiceActivity(VoiceActivityValues.defaults()),
                        frames);
                case CLASSIC -> new DetectorContender(new ClassicVoiceActivity(), frames);
                case WEBRTC -> new WebRtcContender(frames);
            };
        }
    }

    /**
     * Takes the next frame.
     *
     * @param cleaned as the program cleaned it
     * @param heard   as the program measured that
     */
    void hear(short[] cleaned, HeardFrame heard);

    /** Which frames it takes for speech, now that it knows all: from where speech began to where it was last heard. */
    boolean[] speech();

    /** For which frames it said so at the time. */
    boolean[] atTheTime();

    @Override
    void close();
}
