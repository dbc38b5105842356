package org.vivavoce.models;

import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in US dollars; what is not known is absent. A value.
 *
 * @param minute     a minute of sound that is sent to be transcribed
 * @param textIn     a million tokens of text that it reads
 * @param textOut    a million tokens of text that it writes
 * @param audioIn    a million tokens of sound that it hears
 * @param audioOut   a million tokens of sound that it speaks
 * @param characters a million characters that it speaks
 */
public record Prices(@Nullable Double minute, @Nullable Double textIn, @Nullable Double textOut,
        @Nullable Double audioIn, @Nullable Double audioOut, @Nullable Double characters) {

    /** Nothing is known. */
    public static final Prices UNKNOWN = new Prices(null, null, null, null, null, null);
}
