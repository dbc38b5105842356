package org.vivavoce.bench.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.vivavoce.practice.Message;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

/** 500 sessions of 20 messages of up to 47 words, a sixth of them Chinese. Functions without state. */
public final class FilledStore {

    static final int SESSIONS = 500;
    private static final int MESSAGES = 20;
    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

    private static final List<String> WORDS = List.of("the", "cache", "database", "replica", "I", "would", "think",
            "about", "latency", "because", "team", "design", "a", "queue", "and", "then", "consistency", "customer",
            "deploy", "measure");
    private static final String CHINESE = "我们可以先设计一个缓存然后讨论数据库的一致性为什么团队需要测量延迟呢客户喜欢简单";

    private FilledStore() {}

    /** Makes a file with all of them. */
    public static void make(Path file) throws StoreException {
        try (Store store = Store.open(file, Clock.systemUTC()).store().orElseThrow()) {
            fill(new Sessions(store), new Random(1));
        }
    }

    static void fill(Sessions sessions, Random random) throws StoreException {
        for (int number = 0; number < SESSIONS; number++) {
            List<StoredMessage> said = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                String text = sentence(random, number % 6 == 0);
                said.add(new StoredMessage(i, i % 2 == 0 ? Message.partner(text) : Message.user(text),
                        Duration.ofSeconds(10L * i), text.length(), false));
            }
            SessionRecord record = new SessionRecord(session(number), Optional.of(session(number).started()), "",
                    List.of(), MESSAGES, Duration.ofSeconds(10L * MESSAGES));
            sessions.add(new StoredSession(record, said, List.of(), List.of(), Optional.empty()));
        }
    }

    static String sentence(Random random, boolean chinese) {
        StringBuilder text = new StringBuilder();
        int words = 8 + random.nextInt(40);
        for (int i = 0; i < words; i++) {
            if (chinese) {
                int at = random.nextInt(CHINESE.length() - 3);
                text.append(CHINESE, at, at + 3);
            } else {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(50) == 0 ? i : "")
                        .append(' ');
            }
        }
        return text.append('.').toString();
    }

    static NewSession session(int number) {
        return new NewSession(id(number), number % 3 == 0 ? "interview" : "chat", "Free chat", "",
                START.plus(Duration.ofHours(7L * number)));
    }

    static SessionId id(int number) {
        return new SessionId(String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", number));
    }
}
