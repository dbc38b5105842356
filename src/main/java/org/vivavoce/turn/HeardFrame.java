package org.vivavoce.turn;

/**
 * What is measured of 10 ms of sound.
 *
 * @param dbfs         RMS level of the cleaned frame, dB relative to full scale
 * @param periodicity  0 to 1, how periodic the sound is at the pitches of voices
 * @param pitchHertz   the pitch it has there, followed from frame to frame; 0 where there is none
 * @param mayHoldEcho  whether the microphone may hear the loudspeaker; false where it is known that it does not (headphones)
 */
public record HeardFrame(double dbfs, double periodicity, double pitchHertz, boolean mayHoldEcho) {

    /** Nothing is heard: the microphone is muted. */
    static final HeardFrame SILENCE = new HeardFrame(-100, 0, 0, true);

    /** Of a microphone that may hear the loudspeaker. */
    public HeardFrame(double dbfs, double periodicity, double pitchHertz) {
        this(dbfs, periodicity, pitchHertz, true);
    }

    /** Digital silence: a microphone that is opening, or echo that was taken out. It says nothing about the room. */
    boolean isSilence() {
        return dbfs <= SILENCE.dbfs;
    }
}
