package org.vivavoce.turn;

/** Tells speech from everything else, frame by frame. Called by the {@code session} thread. */
public interface VoiceActivityDetector {

    /**
     * Takes the next 10 ms.
     *
     * @param atMillis      when the frame ended, since the session's start
     * @param partnerSounds whether the loudspeaker sounds (echo may remain in the frame)
     */
    VoiceActivity accept(HeardFrame frame, long atMillis, boolean partnerSounds);

    /**
     * Takes 10 ms in which the microphone is muted: speech ends, and nothing is learned of the room.
     *
     * @param atMillis when they ended, since the session's start
     */
    VoiceActivity acceptMuted(long atMillis);
}
