package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;

/** One turn of the partner while it is made and spoken. Used by the {@code session} thread. */
final class Reply {

    /** What a reply is for. */
    enum Kind {
        /** The answer to the user's turn. */
        ANSWER,
        /** The opening, or a gentle prompt after silence. */
        OWN_ACCORD,
        /** Sentences that are in the history already and could not be spoken before. */
        SPOKEN_AGAIN
    }

    private final long id;
    private final Kind kind;
    private final Cancellation cancellation = new Cancellation();
    private final List<String> sentences = new ArrayList<>();
    private int begun;
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

    Cancellation cancellation() {
        return cancellation;
    }

    List<String> sentences() {
        return sentences;
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** A sentence begins to sound or is shown; those before it did. */
    void begins(int index) {
        begun = Math.max(begun, index + 1);
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

    String text() {
        return String.join(" ", sentences);
    }
}
