package org.vivavoce.store;

import java.time.Duration;
import java.util.Optional;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

/**
 * A message as it is kept. A value.
 *
 * @param position   grows within a session; what was taken back leaves a gap
 * @param message    as the history keeps it
 * @param saidAt     since the session began, pauses between sittings not counted
 * @param fullLength how many characters the message had before it was cut to what was heard, as far as that is known
 * @param typed      whether the user typed it
 * @param silence    how long nobody spoke before it: before the user's since the partner was heard, before the partner's since the user was;
 *                   empty where that is not known
 */
public record StoredMessage(int position, Message message, Duration saidAt, int fullLength, boolean typed,
        Optional<Duration> silence) {

    private static final String MARK = Message.INTERRUPTED_MARK + " ";

    /** Of which it is not known how long nobody spoke before it. */
    public StoredMessage(int position, Message message, Duration saidAt, int fullLength, boolean typed) {
        this(position, message, saidAt, fullLength, typed, Optional.empty());
    }

    /** How many characters of it were heard. */
    public int heardLength() {
        return words().length();
    }

    /** What was said, without the mark of a user who broke in. */
    public String words() {
        return marked(message) ? message.text().substring(MARK.length()) : message.text();
    }

    StoredMessage withFullLength(int characters) {
        return new StoredMessage(position, message, saidAt, characters, typed, silence);
    }

    /** A message of what is kept of it. */
    static Message message(Role role, String words, boolean interrupted) {
        return role == Role.USER && interrupted
                ? Message.interruptingUser(words)
                : new Message(role, words, interrupted);
    }

    private static boolean marked(Message message) {
        return message.role() == Role.USER && message.interrupted() && message.text().startsWith(MARK);
    }

    @Override
    public String toString() {
        return "StoredMessage[" + position + ", " + message + "]"; // the message keeps its text to itself
    }
}
