package org.vivavoce.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.vivavoce.practice.History;
import org.vivavoce.practice.Message;

/** A process of its own that keeps messages as fast as it can, until it is killed. It says of each when it was kept. */
final class EndlessTalk {

    private EndlessTalk() {}

    /** What stands in a message of a number. */
    static String text(int number) {
        return "Message " + number + " and what else was said with it. ".repeat(number % 9);
    }

    /** How the line of a number looks; one that was cut off looks otherwise. */
    static String line(int number) {
        return String.format(Locale.ROOT, "kept %06d.", number);
    }

    /** Arguments: the file, and the name of the session. */
    public static void main(String[] arguments) {
        Store store = Store.open(Path.of(arguments[0]), Clock.systemUTC()).store().orElseThrow();
        BackgroundWriting writing = new BackgroundWriting(store, Runnable::run, new Loud());
        SessionWriter session = writing.begin(
                new NewSession(new SessionId(arguments[1]), "chat", "Free chat", "", Instant.now()));
        History history = new History();
        for (int number = 0;; number++) {
            history.add(Message.partner(text(number) + " Not heard."));
            session.history(history.messages(), Told.spoken(Duration.ofMillis(number)));
            history.partnerWasHeard(text(number));
            session.history(history.messages(), Told.spoken(Duration.ofMillis(number)));
            System.out.println(line(number));
        }
    }
}
