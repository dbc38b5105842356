package org.vivavoce.store;

import java.time.Duration;
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
 */
public record StoredMessage(int position, Message message, Duration saidAt, int fullLength, boolean typed) {

    private static final String MARK = Message.INTERRUPTED_MARK + " ";

    /** How many characters of it were heard. */
    public int heardLength() {
        return words().length();
    }

    /** What was said, without the mark of a user who broke in. */
    public String words() {
        return marked(message) ? message.text().substring(MARK.length()) : message.text();
    }

    StoredMessage withFullLength(int characters) {
        return new StoredMessage(position, message, saidAt, characters, typed);
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
