package org.vivavoce.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.store.SessionId;

/** Reads what a client wants: a mode, a language, a session, a message. Functions without state; each refusal says what there is. */
final class Wanted {

    /** Characters of a message, as of one that is typed in the window. */
    static final int MOST_CHARACTERS = 20_000;

    private Wanted() {}

    static Mode mode(Conversations conversations, Optional<String> id) throws ProblemException {
        List<Mode> modes = conversations.modes();
        return id.flatMap(wanted -> modes.stream().filter(mode -> mode.id().equals(wanted)).findFirst())
                .orElseThrow(() -> new ProblemException(Problem.malformed("Choose one of these as the mode: "
                        + modes.stream().map(Mode::id).collect(Collectors.joining(", ")) + ".")));
    }

    static Language language(Conversations conversations, Mode mode, Optional<String> code) throws ProblemException {
        return code.isEmpty()
                ? conversations.usualLanguage(mode)
                : conversations.languages().stream().filter(language -> language.code().equals(code.get())).findFirst()
                        .orElseThrow(() -> new ProblemException(
                                Problem.malformed("There is no such language: GET /v1/modes names those there are.")));
    }

    static SessionId session(String name) throws ProblemException {
        try {
            return new SessionId(name);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.notFound("There is no session of that name."));
        }
    }

    static String message(@Nullable String text) throws ProblemException {
        if (text == null || text.isBlank()) {
            throw new ProblemException(Problem.malformed("The message is empty."));
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new ProblemException(
                    Problem.tooLarge("A message may have " + MOST_CHARACTERS + " characters: send it in parts."));
        }
        return text.strip();
    }
}
