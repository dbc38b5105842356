package org.vivavoce.turn;

/**
 * How a voice is told from other sounds. A voice has a pitch that glides: up and down a little all the time, never a step. Keys, knocks,
 * breath and fans have no pitch, hums, chords and bells one that stands still or steps.
 *
 * @param voicedPeriodicity periodicity from which a frame is voiced (0.5)
 * @param voicedShare       share of the voiced frames in the amplitude of all loud ones (0.7: in a cough the burst is louder than the
 *                          voice that may follow it)
 * @param lookBackMs        milliseconds over which voice is looked for (600)
 * @param glideMs           milliseconds of gliding pitch that make a voice of it (40)
 * @param glideShare        share of the gliding frames in the voiced ones (0.12: notes of a melody glide into one another for less)
 * @param loudestDbfs       level that the loudest frame must reach (−55: quieter is in the next room)
 * @param trustMs           milliseconds after speech in which voiced sound is speech though its pitch stands still: a drawled "uhm"
 *                          keeps the floor (3000)
 * @param trustedVoicedMs   how much of it (60)
 * @param unvoicedBeforeMs  milliseconds of unvoiced sound before the first voice that belong to it: "st" (120)
 * @param gapMs             milliseconds of quiet that may lie within a beginning: the closure before "t" (200)
 * @param beganAtMostMs     milliseconds before it is known that speech can have begun (900)
 * @param unvoicedAtMostMs  milliseconds without voice after which a sound is no longer speech (300: a fan switched on in mid-speech)
 */
public record VoiceValues(double voicedPeriodicity, double voicedShare, int lookBackMs, int glideMs, double glideShare,
        double loudestDbfs, int trustMs, int trustedVoicedMs, int unvoicedBeforeMs, int gapMs, int beganAtMostMs,
        int unvoicedAtMostMs) {

    /** The values that the measurements speak for. */
    public static VoiceValues defaults() {
        return new VoiceValues(0.5, 0.7, 600, 40, 0.12, -55, 3000, 60, 120, 200, 900, 300);
    }
}
