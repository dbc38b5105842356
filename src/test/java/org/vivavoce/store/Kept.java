package org.vivavoce.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.practice.Message;

/** A store in a folder, and sessions to keep in it. Functions without state. */
final class Kept {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

    private Kept() {}

    static Path file(Path folder) {
        return folder.resolve("vivavoce.db");
    }

    static Store open(Path folder) {
        return Store.open(file(folder), CLOCK).store().orElseThrow();
    }

    static SessionId id(int number) {
        return new SessionId(String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", number));
    }

    /** Each number begins an hour later. */
    static NewSession session(int number) {
        return new NewSession(id(number), "chat", "Free chat", "en", START.plus(Duration.ofHours(number)));
    }

    static StoredSession whole(NewSession session, List<Message> messages) {
        List<StoredMessage> stored = new ArrayList<>();
        for (Message message : messages) {
            StoredMessage row = new StoredMessage(stored.size(), message, Duration.ofSeconds(stored.size()), 0, false);
            stored.add(row.withFullLength(row.heardLength()));
        }
        Duration length = stored.isEmpty() ? Duration.ZERO : stored.getLast().saidAt();
        return new StoredSession(
                new SessionRecord(session, Optional.of(session.started().plus(length)), "", List.of(), stored.size(),
                        length),
                stored, List.of(), List.of(), Optional.empty());
    }

    /** Keeps a session in which this was said, by the user and the partner in turn. */
    static SessionId keep(Store store, NewSession session, String... said) throws StoreException {
        List<Message> messages = new ArrayList<>();
        for (String text : said) {
            messages.add(messages.size() % 2 == 0 ? Message.user(text) : Message.partner(text));
        }
        new Sessions(store).add(whole(session, messages));
        return session.id();
    }

    static StoredSession read(Store store, SessionId id) throws StoreException {
        return new Sessions(store).open(id).orElseThrow();
    }
}
