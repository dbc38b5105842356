package org.vivavoce.session;

import java.util.function.BooleanSupplier;

/**
 * A piece of the user's turn to be transcribed.
 *
 * @param piece      its number
 * @param samples    16 kHz
 * @param textBefore what was said before it in the turn, a help for the recogniser
 * @param wanted     whether its words are still waited for: what was given up because the user went on need not be kept; any thread
 */
record TranscriptionOrder(long piece, short[] samples, String textBefore, BooleanSupplier wanted) {

    @Override
    public String toString() {
        return "TranscriptionOrder " + piece; // what was said never enters a log
    }
}
