package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.Message;

/**
 * A conversation as a chat request shows it, and the turn it asks for. Immutable.
 *
 * @param partnerTexts what the partner has said, as far as it can be seen, oldest first
 * @param userText     what the user has said since, without the mark of an interruption; empty for nothing
 * @param silent       the partner is asked to speak because the user says nothing
 * @param interrupted  the user broke into the partner's last message
 */
record Dialogue(List<String> partnerTexts, String userText, boolean silent, boolean interrupted) {

    /** One message of a request. */
    record Turn(String role, String text) {
        boolean by(String other) {
            return role.equals(other);
        }
    }

    Dialogue {
        partnerTexts = List.copyOf(partnerTexts);
    }

    /** Sorts the messages of a request out. */
    static Dialogue of(List<Turn> turns) {
        List<String> partner = new ArrayList<>();
        StringBuilder user = new StringBuilder();
        boolean interrupted = false;
        for (Turn turn : turns) {
            if (turn.by("assistant")) {
                partner.add(turn.text());
                user.setLength(0);
                interrupted = false;
            } else if (turn.by("user")) {
                String text = turn.text().strip();
                if (text.startsWith(Message.INTERRUPTED_MARK)) {
                    interrupted = true;
                    text = text.substring(Message.INTERRUPTED_MARK.length());
                }
                user.append(' ').append(text.strip());
            }
        }
        String userText = user.toString().strip();
        boolean instruction = !turns.isEmpty() && (turns.getLast().by("system") || turns.getLast().by("developer"));
        boolean bracketed = userText.startsWith("[") && userText.endsWith("]") && Delivery.parse(userText).isEmpty();
        boolean silent = (instruction && turns.size() > 1) || bracketed;
        return new Dialogue(partner, silent ? "" : userText, silent, interrupted);
    }

    /** Nobody has said anything yet. */
    boolean beginning() {
        return partnerTexts.isEmpty() && userText.isEmpty() && !silent;
    }

    /** How the user's turn was spoken; empty when it was typed. */
    Optional<Delivery> delivery() {
        return Delivery.parse(userText);
    }

    /** What of the user's turn was typed; empty for nothing. */
    String typed() {
        return Delivery.without(userText);
    }

    /** The same for the same request, different for most others: it chooses among lines that would do equally well. */
    int seed() {
        return 31 * partnerTexts.hashCode() + userText.hashCode();
    }

    /** Whether the partner has said a line that can still be seen. */
    boolean said(String line) {
        String plain = Wording.plain(line);
        return partnerTexts.stream().anyMatch(text -> Wording.place(Wording.plain(text), plain) >= 0);
    }

    @Override
    public String toString() {
        return "Dialogue[" + partnerTexts.size() + " replies]"; // what was said never enters a log
    }
}
