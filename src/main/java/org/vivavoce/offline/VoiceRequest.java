package org.vivavoce.offline;

import org.vivavoce.practice.Language;

/**
 * What a voice of this computer is to say.
 *
 * @param text     up to 4,096 characters
 * @param language what it is in
 * @param modeId   the mode it is said in: each mode has a voice of its own
 * @param speed    1 for the usual pace of the language, 0.25 to 4
 */
public record VoiceRequest(String text, Language language, String modeId, double speed) {

    public VoiceRequest {
        text = speakable(text);
    }

    /** The usual pace of the language, changed by the speed and by the mode: a friend of learners speaks a little slower. */
    int wordsPerMinute() {
        double pace = language.wordsPerMinute() * speed * (modeId.equals("language") ? 0.9 : 1.05);
        return (int) Math.round(Math.clamp(pace, 80, 400));
    }

    /** Voices take commands in double brackets and stumble over control characters: neither may come from what is said. */
    private static String speakable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().replace("[[", "[ [").replace("]]", "] ]").replace("<", " ").strip();
    }

    @Override
    public String toString() {
        return "VoiceRequest[" + text.length() + " characters, " + language.code() + "]"; // what is said never enters a log
    }
}
