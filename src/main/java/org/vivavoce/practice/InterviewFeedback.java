package org.vivavoce.practice;

import java.util.List;
import java.util.Map;

/**
 * What the built-in interview partner says about an answer, several lines for each occasion. Read from
 * {@code assets/partner/feedback.toml}, where the placeholders are told. Immutable.
 *
 * @param noRecogniser   it cannot understand words
 * @param tooShort       a spoken answer under 8 s
 * @param brief          8 to 20 s
 * @param goodLength     20 to 100 s
 * @param tooLong        longer
 * @param longPause      a pause of 2.5 s or more
 * @param manyPauses     more than 12 pauses a minute
 * @param fluent         20 s or more with hardly a pause
 * @param goodPauses     none of these
 * @param quiet          below −38 dBFS
 * @param loud           above −8 dBFS
 * @param complete       a typed answer named nearly all key points
 * @param partly         it named some
 * @param nothingNamed   it named none
 * @param notCompared    there are no key points for the question
 * @param patience       the user asked for time
 * @param goAhead        the user broke in
 * @param again          before a question is said again
 * @param skipped        before the next question, when the user skipped one
 * @param notKnown       before the answer, when the user does not know it
 * @param silence        the user has said nothing for long
 * @param closingTheList all questions have been asked
 */
public record InterviewFeedback(List<String> noRecogniser, List<String> tooShort, List<String> brief,
        List<String> goodLength,
        List<String> tooLong, List<String> longPause, List<String> manyPauses, List<String> fluent,
        List<String> goodPauses,
        List<String> quiet, List<String> loud, List<String> complete, List<String> partly, List<String> nothingNamed,
        List<String> notCompared, List<String> patience, List<String> goAhead, List<String> again, List<String> skipped,
        List<String> notKnown, List<String> silence, List<String> closingTheList) {

    private static final String FILE = "partner/feedback.toml";

    /**
     * Reads the lines that come with the program.
     *
     * @throws IllegalStateException when the program was packed with a bad file
     */
    public static InterviewFeedback builtIn() {
        try {
            return new TomlText(FILE, Assets.text(FILE)).as(InterviewFeedback.class, Map.of());
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }
}
