package org.vivavoce.store.exchange;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vivavoce.practice.Role;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

/** What exports that people read have in common. Functions without state. */
final class ExportText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private ExportText() {}

    static String title(StoredSession whole) {
        SessionRecord session = whole.session();
        return session.title().isEmpty() ? session.begun().modeName() : session.title();
    }

    /** When it was, how long, and what else is known of it. */
    static List<String> facts(StoredSession whole, ZoneId zone) {
        SessionRecord session = whole.session();
        List<String> facts = new ArrayList<>();
        facts.add(DAY.format(session.begun().started().atZone(zone)));
        if (!session.title().isEmpty()) {
            facts.add(session.begun().modeName());
        }
        if (!session.begun().language().isEmpty()) {
            facts.add(Locale.of(session.begun().language()).getDisplayLanguage(Locale.ENGLISH));
        }
        facts.add(time(session.length()));
        facts.addAll(session.tags());
        return facts;
    }

    /** What was said aloud or typed, directions left out. */
    static List<StoredMessage> spoken(StoredSession whole) {
        return whole.messages().stream().filter(row -> row.message().role() != Role.DIRECTION).toList();
    }

    static String speaker(StoredMessage row) {
        return row.message().role() == Role.USER ? "You" : "Partner";
    }

    /** How a message came about, where that is more than being said; empty otherwise. */
    static String remark(StoredMessage row) {
        if (row.message().interrupted()) {
            return row.message().role() == Role.USER ? "broke in" : heard(row);
        }
        return row.typed() ? "typed" : "";
    }

    /** Whether it is a sentence of the partner that was broken into. */
    static boolean breaksOff(StoredMessage row) {
        return row.message().role() == Role.PARTNER && row.message().interrupted();
    }

    private static String heard(StoredMessage row) {
        return row.fullLength() > row.heardLength()
                ? "was broken into, " + Math.round(100.0 * row.heardLength() / row.fullLength()) + " % heard"
                : "was broken into";
    }

    /** Minutes and seconds. */
    static String time(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
