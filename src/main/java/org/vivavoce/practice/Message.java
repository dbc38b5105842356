package org.vivavoce.practice;

/**
 * One message of a conversation, as it is kept and as it is sent to the chat model. Immutable.
 *
 * @param role        who said it
 * @param text        what was said; a user's message that broke into a reply begins with {@link #INTERRUPTED_MARK}, a partner's
 *                    message that was broken into holds only the words that sounded
 * @param interrupted for the user: this message broke into a reply; for the partner: the user broke into it
 */
public record Message(Role role, String text, boolean interrupted) {

    /** How the next message of the user begins when it broke into the partner's reply; the prompts explain it to the model. */
    public static final String INTERRUPTED_MARK = "[INTERRUPTED]";

    /** What the user said. */
    public static Message user(String text) {
        return new Message(Role.USER, text, false);
    }

    /** What the user said when breaking into a reply: the mark stands before the text. */
    public static Message interruptingUser(String text) {
        return new Message(Role.USER, INTERRUPTED_MARK + " " + text, true);
    }

    /** What the partner said, heard to its end. */
    public static Message partner(String text) {
        return new Message(Role.PARTNER, text, false);
    }

    /** A direction to the partner that nobody hears. */
    public static Message direction(String text) {
        return new Message(Role.DIRECTION, text, false);
    }

    /** What was heard of the partner before the user broke in. */
    public static Message interruptedPartner(String heardText) {
        return new Message(Role.PARTNER, heardText, true);
    }

    @Override
    public String toString() {
        return "Message[" + role + ", " + text.length() + " characters]"; // what was said never enters a log
    }
}
