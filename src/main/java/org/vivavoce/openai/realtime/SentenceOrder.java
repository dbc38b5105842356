package org.vivavoce.openai.realtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Likeness;

/** How far one sentence has come on its way to the service and back. Used under the session's lock. */
final class SentenceOrder {

    private final SpokenSentence sentence;
    private final StringBuilder transcript = new StringBuilder();
    private boolean sent;
    private boolean givenUp;
    private @Nullable String responseId;

    SentenceOrder(SpokenSentence sentence) {
        this.sentence = sentence;
    }

    SpokenSentence sentence() {
        return sentence;
    }

    /** What was said to the service: must not appear in a failure's sentence. */
    List<String> said() {
        return List.of(sentence.request().text(), sentence.request().instructions());
    }

    void send() {
        sent = true;
        sentence.touch();
    }

    /** The service did not take it: it waits again. */
    void takeBack() {
        sent = false;
    }

    boolean isSent() {
        return sent;
    }

    /** Sent, and the service has not named its response yet. */
    boolean isUnanswered() {
        return sent && responseId == null;
    }

    /** The service speaks it under this name. */
    void answeredAs(String id) {
        responseId = id;
    }

    /** The service's name for what it speaks; null before it has one. */
    @Nullable
    String responseId() {
        return responseId;
    }

    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    void heard(String more) {
        transcript.append(more);
    }

    void heardInAll(String whole) {
        transcript.setLength(0);
        transcript.append(whole);
    }

    /** Whether other words were spoken than those that were asked for; false where the service does not say what it spoke. */
    boolean isReworded() {
        String spoken = bare(transcript.toString());
        return !spoken.isEmpty() && !spoken.equals(bare(sentence.request().text()));
    }

    /** Letters and digits, without regard to capitals: how words are separated and marked cannot be heard. */
    private static String bare(String text) {
        return String.join("", Likeness.words(text));
    }
}
