package org.vivavoce.turn;

/**
 * The values of the adaptive voice activity detector, by what they are about.
 *
 * @param noise      the room
 * @param evidence   level
 * @param voice      pitch
 * @param echo       while the partner speaks
 * @param hangoverMs milliseconds of quiet before speech has stopped (200: the closure of a plosive is shorter)
 */
public record VoiceActivityValues(NoiseValues noise, EvidenceValues evidence, VoiceValues voice, EchoValues echo,
        int hangoverMs) {

    /** Milliseconds of a frame. */
    public static final int FRAME_MS = 10;

    /** The values that the measurements speak for. */
    public static VoiceActivityValues defaults() {
        return new VoiceActivityValues(NoiseValues.defaults(), EvidenceValues.defaults(), VoiceValues.defaults(),
                EchoValues.defaults(), 200);
    }

    /** Frames in so many milliseconds. */
    static int frames(int milliseconds) {
        return milliseconds / FRAME_MS;
    }
}
