package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How something was spoken, measured without understanding a word. It stands in a message as text of a fixed form, which people read,
 * too: {@code [spoken words, which the built-in partner does not understand: 12.4 s, 9.8 s voiced, 3 pauses, longest 1.1 s, -24 dBFS]}.
 * Immutable.
 *
 * @param seconds        from the first sound of the voice to the last
 * @param voicedSeconds  of these, with voice
 * @param pauses         silences within, of 0.4 s and more
 * @param longestSeconds the longest of them; 0 where there is none
 * @param dbfs           mean level of the voice in dB relative to full scale
 */
public record Delivery(double seconds, double voicedSeconds, int pauses, double longestSeconds, int dbfs) {

    /** Longer than sounds that recognisers tell of in brackets, which count for nothing. */
    private static final String WHAT = "spoken words, which the built-in partner does not understand: ";

    private static final Pattern TEXT = Pattern
            .compile("\\[" + WHAT + "(\\d{1,5}\\.\\d) s, (\\d{1,5}\\.\\d) s voiced, "
                    + "(\\d{1,5}) pauses?, longest (\\d{1,5}\\.\\d) s, (-?\\d{1,3}) dBFS]");

    /** The text that stands in a message. */
    public String print() {
        return String.format(Locale.ROOT,
                "[" + WHAT + "%.1f s, %.1f s voiced, %d %s, longest %.1f s, %d dBFS]", seconds,
                voicedSeconds, pauses, pauses == 1 ? "pause" : "pauses", longestSeconds, dbfs);
    }

    /**
     * Finds the deliveries in a message and puts them together: a long utterance is sent in pieces.
     *
     * @return empty when there is none
     */
    public static Optional<Delivery> parse(String message) {
        List<Delivery> pieces = new ArrayList<>();
        Matcher matcher = TEXT.matcher(message);
        while (matcher.find()) {
            pieces.add(
                    new Delivery(number(matcher, 1), number(matcher, 2), (int) number(matcher, 3), number(matcher, 4),
                            (int) number(matcher, 5)));
        }
        return pieces.stream().reduce(Delivery::and);
    }

    /** A message without the deliveries in it: what of it was typed. */
    public static String without(String message) {
        return TEXT.matcher(message).replaceAll(" ").strip();
    }

    /** This piece and the next of the same utterance; the pause at the cut was sent with neither. */
    private Delivery and(Delivery next) {
        double voiced = voicedSeconds + next.voicedSeconds;
        double energy = voicedSeconds * Math.pow(10, dbfs / 10.0) + next.voicedSeconds * Math.pow(10, next.dbfs / 10.0);
        int level = voiced > 0 ? (int) Math.round(10 * Math.log10(energy / voiced)) : Math.max(dbfs, next.dbfs);
        return new Delivery(seconds + next.seconds, voiced, pauses + next.pauses,
                Math.max(longestSeconds, next.longestSeconds), level);
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(String.valueOf(matcher.group(group)));
    }
}
