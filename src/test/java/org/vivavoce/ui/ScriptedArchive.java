package org.vivavoce.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionCost;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Snippet;
import org.vivavoce.store.StoredLatency;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.Backups;
import org.vivavoce.ui.common.IdeaShelf;
import org.vivavoce.ui.common.SoundArchive;

/** Conversations that lie in memory, and what was asked of them. It is ten o'clock on Sunday, 22 November 2026. */
public final class ScriptedArchive implements Archive {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** What is kept, in no order. */
    public final List<StoredSession> kept = new CopyOnWriteArrayList<>();
    /** The ideas that are kept. */
    public final ScriptedIdeas ideas = new ScriptedIdeas(this);
    /** What was asked for and is not only read. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** What each call answers, where it is there: it fails. */
    public Optional<String> failure = Optional.empty();
    /** All of them elsewhere. */
    public final ScriptedBackups backups = new ScriptedBackups();
    /** Their sound. */
    public final ScriptedSoundArchive sound = new ScriptedSoundArchive();
    /** How often the list was read. */
    public int lists;

    /** The name of the session with this number. */
    public static SessionId id(int number) {
        return new SessionId(new UUID(0, number).toString());
    }

    /** Keeps one; what was said begins with the partner, and each message takes twenty seconds. */
    public void keep(int number, String mode, String language, String title, Duration ago, String... said) {
        List<StoredMessage> messages = new ArrayList<>();
        for (String words : said) {
            int position = messages.size();
            messages.add(new StoredMessage(position,
                    position % 2 == 0 ? Message.partner(words) : Message.user(words),
                    Duration.ofSeconds(20L * (position + 1)), 0, false));
        }
        keep(number, mode, language, title, ago, messages);
    }

    /** Keeps one. */
    public void keep(int number, String mode, String language, String title, Duration ago, List<StoredMessage> said) {
        NewSession begun = new NewSession(id(number), mode, mode.equals("debate") ? "Debate" : mode, language,
                NOW.minus(ago));
        SessionRecord session = new SessionRecord(begun, Optional.of(NOW), title, List.of(), said.size(),
                said.isEmpty() ? Duration.ZERO : said.getLast().saidAt());
        kept.add(new StoredSession(session, said, List.of(),
                List.of(new StoredLatency(1, Map.of("first_sound", 1240L))),
                Optional.of(new SessionCost(OptionalLong.of(42_000), 1, 1, 1, Duration.ZERO))));
    }

    /** Keeps the sound of all that was said aloud in one. */
    public void record(int number) {
        int place = 0;
        while (!kept.get(place).session().id().equals(id(number))) {
            place++;
        }
        StoredSession was = kept.get(place);
        kept.set(place, new StoredSession(was.session(), was.messages(),
                was.messages().stream().filter(each -> !each.typed())
                        .map(each -> new StoredUtterance(OptionalInt.of(each.position()), each.position() + ".ogg",
                                each.saidAt(), Duration.ofSeconds(10)))
                        .toList(),
                was.latencies(), was.cost()));
    }

    private void answer() throws ArchiveException {
        if (failure.isPresent()) {
            throw new ArchiveException(failure.get());
        }
    }

    @Override
    public IdeaShelf ideas() {
        return ideas;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private Stream<StoredSession> matching(SessionQuery query) {
        return kept.stream()
                .filter(each -> query.mode().map(each.session().begun().mode()::equals).orElse(true))
                .filter(each -> query.language().map(each.session().begun().language()::equals).orElse(true))
                .filter(each -> query.text().isEmpty() || contains(each.session().title(), query.text())
                        || each.messages().stream().anyMatch(message -> says(message, query.text())))
                .sorted(Comparator.comparing((StoredSession each) -> each.session().begun().started()).reversed());
    }

    private static boolean says(StoredMessage message, String searched) {
        String said = message.words();
        return contains(said, searched);
    }

    private static boolean contains(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<SessionRecord> list(SessionQuery query, int skipped, int most) throws ArchiveException {
        answer();
        lists++;
        return matching(query).map(StoredSession::session).skip(skipped).limit(most).toList();
    }

    @Override
    public int count(SessionQuery query) throws ArchiveException {
        answer();
        return (int) matching(query).count();
    }

    @Override
    public List<FoundMessage> search(String words, SessionQuery within, int most) throws ArchiveException {
        answer();
        return matching(within).flatMap(each -> each.messages().stream()
                .filter(message -> contains(message.words(), words))
                .map(message -> new FoundMessage(each.session(), message.position(), message.message().role(),
                        message.saidAt(), snippet(message.words(), words))))
                .limit(most).toList();
    }

    private static Snippet snippet(String text, String words) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
        int begin = at <= 40 ? 0 : text.indexOf(' ', at - 40) + 1;
        int end = text.length() <= begin + 140 ? text.length() : text.lastIndexOf(' ', begin + 140);
        return new Snippet(text.substring(begin, end),
                List.of(new Snippet.Mark(at - begin, at - begin + words.length())), begin > 0, end < text.length());
    }

    @Override
    public StoredSession open(SessionId id) throws ArchiveException {
        answer();
        return kept.stream().filter(each -> each.session().id().equals(id)).findFirst()
                .orElseThrow(() -> new ArchiveException("This conversation is there no more."));
    }

    @Override
    public void rename(SessionId id, String title) throws ArchiveException {
        change(id, was -> new SessionRecord(was.begun(), was.ended(), title, was.tags(), was.messages(), was.length()));
        calls.add("rename");
    }

    @Override
    public void tag(SessionId id, List<String> tags) throws ArchiveException {
        change(id, was -> new SessionRecord(was.begun(), was.ended(), was.title(), tags, was.messages(), was.length()));
        calls.add("tag " + tags);
    }

    private void change(SessionId id, UnaryOperator<SessionRecord> how) throws ArchiveException {
        StoredSession was = open(id);
        kept.set(kept.indexOf(was), new StoredSession(how.apply(was.session()), was.messages(), was.utterances(),
                was.latencies(), was.cost()));
    }

    @Override
    public void deleteForGood(SessionId id) throws ArchiveException {
        answer();
        kept.removeIf(each -> each.session().id().equals(id));
        calls.add("delete");
    }

    @Override
    public Backups backups() {
        return backups;
    }

    @Override
    public SoundArchive sound() {
        return sound;
    }

    @Override
    public Optional<String> export(SessionId id, ExportFormat format, Path file) throws ArchiveException {
        open(id);
        calls.add("export " + format + " " + file);
        return Optional.empty();
    }

    /** Messages as they are in a conversation that was broken into, with one that was typed and one that nobody said. */
    public static List<StoredMessage> lively() {
        return List.of(
                partner(0, 4,
                        "Hi, I'm Alex. Thanks for coming in. To begin with: tell me about a service you built, and what it had "
                                + "to withstand."),
                new StoredMessage(1, Message
                        .user("Sure. I built the payment service of a ticket shop. On the day of a big concert it "
                                + "took about three thousand requests a second, and we kept the queue short with back-pressure."),
                        Duration.ofSeconds(31), 0, false),
                new StoredMessage(2,
                        Message.interruptedPartner("Nice, back-pressure is exactly what I'd want to hear. One tip: "
                                + "say how you measured it. Now, how would you"),
                        Duration.ofSeconds(58), 190, false, Optional.of(Duration.ofMillis(1240))),
                new StoredMessage(3,
                        Message.interruptingUser("Sorry, may I add something? We measured it with histograms, not with "
                                + "averages."),
                        Duration.ofSeconds(66), 0, false),
                new StoredMessage(4, new Message(Role.DIRECTION, "Ask gently.", false), Duration.ofSeconds(80), 0,
                        false),
                partner(5, 83, "Even better. How would you find out which of the three services is the slow one?"),
                new StoredMessage(6, Message.user("By tracing: grep for p99 > 250 ms in the spans."),
                        Duration.ofSeconds(118), 0,
                        true),
                partner(7, 124,
                        "Right. A trace shows it at once, and sampling keeps it cheap. Let's go to databases: when would you "
                                + "not use an index?"),
                new StoredMessage(8,
                        Message.user("When the table is small, or when it is written far more often than it is read."),
                        Duration.ofSeconds(151), 0, false, Optional.of(Duration.ofMillis(4200))));
    }

    private static StoredMessage partner(int position, int second, String words) {
        return new StoredMessage(position, Message.partner(words), Duration.ofSeconds(second), words.length(), false);
    }

    /** Some conversations of the last months. */
    public void fill() {
        keep(1, "interview", "en", "", Duration.ofHours(16), lively());
        keep(2, "language", "es", "", Duration.ofHours(44),
                "¡Hola! Qué gusto hablar contigo. ¿Cómo va tu día?",
                "Muy bien, gracias. Ayer fui al mercado y compré una cola de pescado para la cena.",
                "¡Qué rico! Almost! You'd usually say «un filete de pescado». ¿Cómo lo cocinaste?",
                "Con limón y aceite de oliva.");
        keep(3, "chat", "en", "Weekend plans", Duration.ofDays(3), "Hey! What's on your mind?",
                "I can't decide between the mountains and the sea.");
        keep(4, "interview", "en", "System design, second try", Duration.ofDays(12),
                "Welcome back. Where did we stop?",
                "At the queue between the shop and the payment service, and what happens when it is full.",
                "Good. What happens to the requests that find the queue full?");
        keep(5, "language", "ar", "", Duration.ofDays(20), "أهلاً! سعيد بالحديث معك. كيف حالك اليوم؟",
                "أنا بخير، شكراً.");
        keep(6, "language", "ja", "", Duration.ofDays(45), "こんにちは。今日はどんな一日でしたか。", "とても忙しかったです。");
        keep(7, "debate", "en", "", Duration.ofDays(400), "Shall we begin?", "Please.");
        try {
            tag(id(1), List.of("backend", "to repeat"));
            tag(id(4), List.of("backend"));
        } catch (ArchiveException e) {
            throw new IllegalStateException(e);
        }
        calls.clear();
    }
}
