package org.vivavoce.ui.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.store.SessionRecord;

/** Says in words which conversation it was, when it was held and how long. Immutable; any thread. */
public final class SessionWords {

    private static final int DAYS_WITH_NAMES = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, H:mm",
            Locale.ENGLISH);

    private final Program.Practice practice;
    private final Texts texts;
    private final Clock clock;

    /** @param clock tells which day it is, and where the user's midnight lies */
    public SessionWords(Program.Practice practice, Texts texts, Clock clock) {
        this.practice = practice;
        this.texts = texts;
        this.clock = clock;
    }

    /** The mode it was held in; empty where that mode is there no more. */
    public Optional<Mode> mode(SessionRecord session) {
        return practice.modes().stream().filter(mode -> mode.id().equals(session.begun().mode())).findFirst();
    }

    /** The name of its mode, also of one that is there no more. */
    public String modeName(SessionRecord session) {
        return mode(session).map(Mode::name).orElse(session.begun().modeName());
    }

    /** Its language, where the user chose one. */
    public Optional<Language> language(SessionRecord session) {
        return practice.languages().stream().filter(language -> language.code().equals(session.begun().language()))
                .findFirst();
    }

    /** The name of its language; empty where the user chose none. */
    public String languageName(SessionRecord session) {
        boolean chosen = mode(session).map(Mode::asksLanguage).orElse(true);
        return chosen ? language(session).map(Language::name).orElse(session.begun().language()) : "";
    }

    /** Its title, or else the name of its mode, with the language the user chose. */
    public String name(SessionRecord session) {
        return session.title().isEmpty() ? practised(session) : session.title();
    }

    /** What was practised: mode, and the language the user chose. */
    public String practised(SessionRecord session) {
        String language = languageName(session);
        return language.isEmpty() ? modeName(session) : texts.of("session.practised", modeName(session), language);
    }

    /** Who the partner was. */
    public String partner(SessionRecord session) {
        return mode(session).map(mode -> mode.persona().name()).orElse(texts.of("session.partner"));
    }

    /** When it was, as one would say it today, with the time of day where it is not long ago. */
    public String when(Instant time) {
        ZonedDateTime then = time.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        LocalDate day = then.toLocalDate();
        if (day.equals(today)) {
            return texts.of("session.today", TIME.format(then));
        }
        if (day.equals(today.minusDays(1))) {
            return texts.of("session.yesterday", TIME.format(then));
        }
        if (day.isBefore(today) && day.isAfter(today.minusDays(DAYS_WITH_NAMES))) {
            return texts.of("session.weekday", DAY.format(then), TIME.format(then));
        }
        return day.getYear() == today.getYear() ? DATE.format(then) : DATE_AND_YEAR.format(then);
    }

    /** When it was, in full. */
    public String date(Instant time) {
        return WHOLE.format(time.atZone(clock.getZone()));
    }

    /** A name for a file, without its ending: what was practised, and the day. */
    public String fileName(SessionRecord session) {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.format(session.begun().started().atZone(clock.getZone()));
        return (name(session) + " " + day).replaceAll("[^\\p{L}\\p{N} .,-]+", " ").replaceAll("\\s+", " ").strip();
    }

    /** How long, roughly: {@code 40 s}, {@code 24 min}, {@code 1 h 12 min}. */
    public String length(Duration length) {
        if (length.toMinutes() == 0) {
            return texts.of("session.seconds", length.toSeconds());
        }
        return length.toHours() == 0
                ? texts.of("session.minutes", length.toMinutes())
                : texts.of("session.hours", length.toHours(), length.toMinutesPart());
    }

    /** How many messages. */
    public String messages(int count) {
        return count == 1 ? texts.of("session.message") : texts.of("session.messages", count);
    }
}
