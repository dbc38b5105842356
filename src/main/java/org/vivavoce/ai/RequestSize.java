package org.vivavoce.ai;

import java.time.Duration;

/** How much longer than the usual a request takes by its nature. Functions without state. */
final class RequestSize {

    /** Of requests whose answer begins as soon for a long text as for a short one. */
    static final double USUAL = 1;

    /** Services take 0.7 s and 0.05 to 0.07 s more for each second of speech: as much as this speech for the request as such. */
    private static final double FIXED_S = 12;
    private static final double USUAL_S = 10;
    private static final double LONGEST_PIECE_S = 25;

    /** Of the longest piece that speech is cut into. */
    static final double OF_LONGEST_PIECE = (FIXED_S + LONGEST_PIECE_S) / (FIXED_S + USUAL_S);

    private RequestSize() {}

    /** Of the transcription of so much speech; 1 for ten seconds. */
    static double of(Duration speech) {
        return (FIXED_S + speech.toMillis() / 1000.0) / (FIXED_S + USUAL_S);
    }
}
