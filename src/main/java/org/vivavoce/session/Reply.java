package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.ServiceException;

/** One turn of the partner while it is made and spoken. Used by the {@code session} thread. */
final class Reply {

    /** What a reply is for. */
    enum Kind {
        /** The answer to the user's turn, which stays open until something of it is heard. */
        ANSWER,
        /** The answer once more after a failure: the message it answers is in the history for good. */
        ANSWER_AGAIN,
        /** The opening, or a gentle prompt after silence. */
        OWN_ACCORD,
        /** Sentences that are in the history already and could not be spoken before. */
        SPOKEN_AGAIN
    }

    private static final Pattern QUESTION = Pattern.compile("[?？؟]\\P{L}*$");

    private final long id;
    private final Kind kind;
    private final Cancellation cancellation = new Cancellation();
    private final Certainty certainty = new Certainty();
    private final List<String> sentences = new ArrayList<>();
    private boolean told;
    private int begun;
    private int shown;
    private boolean written;
    private @Nullable ServiceException failure;

    Reply(long id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    long id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    boolean isAnswer() {
        return kind == Kind.ANSWER || kind == Kind.ANSWER_AGAIN;
    }

    /** Whether this is the first that is told of it; true once. */
    boolean isFirstTold() {
        boolean first = !told;
        told = true;
        return first;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Whether it will be given. */
    Certainty certainty() {
        return certainty;
    }

    List<String> sentences() {
        return sentences;
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** There are no more sentences to come. */
    void isWritten() {
        written = true;
    }

    /** Whether its last sentence has begun, and is a question. */
    boolean endsWithQuestion() {
        return written && begun >= sentences.size() && !sentences.isEmpty()
                && QUESTION.matcher(sentences.getLast()).find();
    }

    /**
     * A sentence begins to sound.
     *
     * @return the sentences that the user is to be told now: this one, and those before it that never sounded
     */
    List<String> begins(int index) {
        if (begun < index) {
            shown = Math.max(shown, index);
        }
        return beginsUpTo(index + 1);
    }

    /** A sentence is shown in place of being heard; returns as {@link #begins}. */
    List<String> isShown(int index) {
        shown = Math.max(shown, index + 1);
        return beginsUpTo(index + 1);
    }

    private List<String> beginsUpTo(int end) {
        int first = Math.min(begun, sentences.size());
        begun = Math.max(begun, end);
        return List.copyOf(sentences.subList(first, Math.max(first, Math.min(begun, sentences.size()))));
    }

    /** How many sentences from the first on were shown: the user knows them whole, whatever sounded. */
    int shown() {
        return shown;
    }

    boolean hasBegun() {
        return begun > 0;
    }

    /** Sentences that neither sounded nor were shown. */
    List<String> unspoken() {
        return List.copyOf(sentences.subList(Math.min(begun, sentences.size()), sentences.size()));
    }

    /** The sentences that sounded or were shown. */
    List<String> spoken() {
        return List.copyOf(sentences.subList(0, Math.min(begun, sentences.size())));
    }

    /** The first failure counts: later ones follow from it. */
    void fail(ServiceException exception) {
        if (failure == null) {
            failure = exception;
        }
    }

    Optional<ServiceException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The sentences that were shown, or sounded to their end: the next one has begun. */
    List<String> heard() {
        return List.copyOf(sentences.subList(0, Math.clamp(Math.max(begun - 1, shown), 0, sentences.size())));
    }

    String text() {
        return SentenceSplitter.join(sentences);
    }
}
