package org.vivavoce.practice;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one conversation, oldest first; all are kept, the last of them go to the chat model. Owned by one thread (the
 * {@code session} thread).
 */
public final class History {

    private final List<Message> messages;
    private int changes;

    /** Begins a conversation. */
    public History() {
        this(List.of());
    }

    /** Goes on with an earlier conversation. */
    public History(List<Message> earlier) {
        messages = new ArrayList<>(earlier);
    }

    /** Adds what the user or the partner said. */
    public void add(Message message) {
        changes++;
        messages.add(message);
    }

    /** All messages; a copy. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /**
     * The last messages; a copy.
     *
     * @param count how many at most (the design sends 20)
     */
    public List<Message> context(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count);
        }
        return List.copyOf(messages.subList(Math.max(0, messages.size() - count), messages.size()));
    }

    /**
     * Cuts the partner's last message to what was heard of it, wherever it stands; where nothing was heard, the message goes.
     *
     * @param heardText the words that sounded
     * @return whether there was a message of the partner
     */
    public boolean partnerWasHeard(String heardText) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role() == Role.PARTNER) {
                changes++;
                if (heardText.isBlank()) {
                    messages.remove(i);
                } else {
                    messages.set(i, Message.interruptedPartner(heardText.strip()));
                }
                return true;
            }
        }
        return false;
    }

    /** Takes the last message back: what it answers, or what it says, goes on. Does nothing when there is none. */
    public void withdrawLast() {
        if (!messages.isEmpty()) {
            changes++;
            messages.removeLast();
        }
    }

    /** How often it has changed: whoever keeps it need not compare it. */
    public int changes() {
        return changes;
    }

    @Override
    public String toString() {
        return "History[" + messages.size() + " messages]"; // what was said never enters a log
    }
}
