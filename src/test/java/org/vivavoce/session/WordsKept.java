package org.vivavoce.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.session.SimulatedRecogniser.Outcome;
import org.vivavoce.session.SimulatedRecogniser.Sent;
import org.vivavoce.session.SimulatedUser.Word;

/**
 * All that was said and understood reaches the history, in its order, once; and each reply in it was heard, and answers what stands
 * before it.
 */
final class WordsKept {

    private static final Pattern NUMBERED = Pattern.compile("\\b[wt]\\d+\\b");
    private static final String REPLY = "Reply ";
    /** Speech so long is heard, whatever the partner does. */
    private static final long SURELY_HEARD_MS = 1000;
    /** A word that is being said while something is typed may stand before it or after it. */
    private static final long AT_ONCE_MS = 1000;

    private final Invariants.Scene scene;
    private final Map<String, Long> typedAt = new HashMap<>();
    private final Set<Long> notWanted = new HashSet<>(); // sounds over the partner that were nothing, or nobody knows
    private List<Message> checked = List.of();

    WordsKept(Invariants.Scene scene) {
        this.scene = scene;
    }

    void typed(String word, long atMillis) {
        typedAt.put(word, atMillis);
    }

    void traced(String event, Map<String, Object> values) {
        if (event.equals("overheard") && !"WORDS".equals(values.get("found"))
                && values.get("piece") instanceof Long piece) {
            notWanted.add(piece);
        }
    }

    void check(List<Message> messages) {
        if (messages.equals(checked)) {
            return;
        }
        checked = messages;
        inOrderAndOnce(messages);
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).text().isBlank()) {
                throw new AssertionError("an empty message");
            }
            if (messages.get(i).role() == Role.PARTNER) {
                checkReply(messages.get(i), lastOfUser(messages.subList(0, i)));
            }
        }
    }

    private void inOrderAndOnce(List<Message> messages) {
        Map<String, Word> said = new HashMap<>();
        scene.user().words().forEach(word -> numbers(word.text()).forEach(number -> said.put(number, word)));
        Set<String> seen = new HashSet<>();
        long spokenUntil = -1;
        long typedUntil = -1;
        for (String number : numbersOfUser(messages)) {
            if (!seen.add(number)) {
                throw new AssertionError(number + " stands there twice");
            }
            Word word = said.get(number);
            boolean ordered;
            if (word == null) {
                long at = typedAt.getOrDefault(number, -1L);
                ordered = at > typedUntil && at > spokenUntil - AT_ONCE_MS;
                typedUntil = at;
            } else if (scene.services().recogniser().wasSentAgain(word)) {
                ordered = true; // what is typed does not wait for a recogniser that fails
            } else {
                ordered = word.middle() > spokenUntil && word.middle() > typedUntil - AT_ONCE_MS;
                spokenUntil = word.middle();
            }
            if (!ordered) {
                throw new AssertionError(number + " stands behind what was said later");
            }
        }
    }

    private void checkReply(Message message, Optional<Message> answered) {
        if (!message.text().startsWith(REPLY)) {
            return; // the opening
        }
        long id = Long.parseLong(message.text().substring(REPLY.length()).split(" ", 2)[0]);
        SimulatedReply reply = scene.services().reply(id).orElseThrow();
        if (!String.join(" ", reply.sentences()).startsWith(message.text())) {
            throw new AssertionError("never said: " + message.text());
        }
        if (!lastOfUser(reply.order().request().orElseThrow().messages()).equals(answered)) {
            throw new AssertionError("the history has a reply to something else: " + message.text());
        }
    }

    private static Optional<Message> lastOfUser(List<Message> messages) {
        return messages.reversed().stream().filter(message -> message.role() == Role.USER).findFirst();
    }

    void checkAtRest(List<Message> messages) {
        Set<String> kept = new HashSet<>(numbersOfUser(messages));
        typedAt.keySet().stream().filter(typed -> !kept.contains(typed)).findAny().ifPresent(typed -> {
            throw new AssertionError("what was typed is lost: " + typed);
        });
        for (Word word : scene.user().words()) {
            for (String number : numbers(word.text())) {
                if (!kept.contains(number) && !mayBeMissing(word)) {
                    throw new AssertionError("lost: " + number + ", said at " + word.middle());
                }
            }
        }
    }

    private boolean mayBeMissing(Word word) {
        Sent last = scene.services().recogniser().lastWith(word).orElse(null);
        return last == null
                ? word.stretch().isHindered() || word.stretch().millis() < SURELY_HEARD_MS
                : last.outcome() == Outcome.NOT_UNDERSTOOD || notWanted.contains(last.piece());
    }

    private static List<String> numbersOfUser(List<Message> messages) {
        List<String> numbers = new ArrayList<>();
        messages.stream().filter(message -> message.role() == Role.USER)
                .forEach(message -> numbers.addAll(numbers(message.text())));
        return numbers;
    }

    private static List<String> numbers(String text) {
        return NUMBERED.matcher(text).results().map(found -> found.group()).toList();
    }
}
