package org.vivavoce.bench.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.vivavoce.bench.conversation.Finding;
import org.vivavoce.bench.conversation.Report;
import org.vivavoce.practice.Message;
import org.vivavoce.store.BackgroundWriting;
import org.vivavoce.store.Deletion;
import org.vivavoce.store.MessageSearch;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoreListener;
import org.vivavoce.store.StoreProblem;
import org.vivavoce.store.Told;

/** 10,000 messages in 500 sessions, a sixth of them Chinese: listed, searched and opened. Runs on the calling thread. */
public final class StoreBench {

    private static final int TIMES = 60;
    private static final int PAGE = 50;
    private static final double MOST_LIST_MS = 100;
    private static final double MOST_OPEN_MS = 200;
    private StoreBench() {}

    private interface Work {
        void run(int time) throws StoreException;
    }

    /** Runs it; returns the exit code. */
    public static int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            System.err.println("The bench of the store has no options.");
            return 2;
        }
        Report report = new Report("store");
        try {
            Path folder = Files.createTempDirectory("vivavoce-store");
            try {
                measure(report, folder);
            } finally {
                delete(folder);
            }
            report.publish(Path.of("target", "bench", "store.json"));
            return 0;
        } catch (IOException | StoreException e) {
            System.err.println("The bench cannot run here: " + e.getMessage());
            return 1;
        }
    }

    private static void measure(Report report, Path folder) throws StoreException, IOException {
        Path file = folder.resolve("vivavoce.db");
        Random random = new Random(1);
        try (Store store = open(file)) {
            Sessions sessions = new Sessions(store);
            report.find(Finding.told("filling, ms", millis(_ -> FilledStore.fill(sessions, random), 0)));
            writing(report, store, random);
        }
        report.find(Finding.told("size of the file, MB", Files.size(file) / 1e6));
        judged(report, "opening the store, ms", MOST_LIST_MS, _ -> open(file).close());
        try (Store store = open(file)) {
            Sessions sessions = new Sessions(store);
            MessageSearch search = new MessageSearch(store);
            judged(report, "list, first page, ms", MOST_LIST_MS, _ -> sessions.list(SessionQuery.ALL, 0, PAGE));
            judged(report, "list, last page, ms", MOST_LIST_MS,
                    _ -> sessions.list(SessionQuery.ALL, FilledStore.SESSIONS - PAGE, PAGE));
            judged(report, "list, those saying a word, ms", MOST_LIST_MS,
                    _ -> sessions.list(SessionQuery.ALL.saying("replica"), 0, PAGE));
            judged(report, "search, a common word, ms", MOST_LIST_MS, _ -> search.find("the", SessionQuery.ALL, PAGE));
            judged(report, "search, the beginning of words, ms", MOST_LIST_MS,
                    _ -> search.find("d", SessionQuery.ALL, PAGE));
            judged(report, "search, three words, ms", MOST_LIST_MS,
                    _ -> search.find("latency queue customer", SessionQuery.ALL, PAGE));
            judged(report, "search, nothing found, ms", MOST_LIST_MS,
                    _ -> search.find("xylophone", SessionQuery.ALL, PAGE));
            judged(report, "search, one Chinese character, ms", MOST_LIST_MS,
                    _ -> search.find("缓", SessionQuery.ALL, PAGE));
            judged(report, "search, Chinese, nothing found, ms", MOST_LIST_MS,
                    _ -> search.find("木琴", SessionQuery.ALL, PAGE));
            judged(report, "open a session, ms", MOST_OPEN_MS, time -> sessions.open(FilledStore.id(time * 7)));
            Deletion deletion = new Deletion(store, folder.resolve("recordings"));
            report.find(Finding.told("delete a session for good, ms",
                    millis(_ -> deletion.forGood(List.of(FilledStore.id(3))), 0)));
            report.find(Finding.told("look through the whole file, ms", millis(_ -> store.check(), 0)));
        }
    }

    private static void judged(Report report, String name, double most, Work work) throws StoreException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            millis.add(millis(work, i));
        }
        report.find(Finding.atMost(name + ", median", report.spread(name, millis).median(), most));
    }

    /** A message as it is kept while a conversation goes on. */
    private static void writing(Report report, Store store, Random random) {
        List<Double> millis = new ArrayList<>();
        try (BackgroundWriting writing = new BackgroundWriting(store, Runnable::run, new StoreListener() {
            @Override
            public void failed(StoreProblem problem) {
                throw new IllegalStateException(problem.sentence());
            }

            @Override
            public void solved() {}
        })) {
            SessionWriter session = writing.begin(FilledStore.session(FilledStore.SESSIONS));
            List<Message> history = new ArrayList<>();
            for (int i = 0; i < 2 * TIMES; i++) {
                history.add(Message.user(FilledStore.sentence(random, false)));
                long before = System.nanoTime();
                session.history(history, Told.spoken(Duration.ofSeconds(i)));
                millis.add((System.nanoTime() - before) / 1e6);
            }
        }
        report.spread("keeping a message, ms", millis);
    }

    private static double millis(Work work, int time) throws StoreException {
        long before = System.nanoTime();
        work.run(time);
        return (System.nanoTime() - before) / 1e6;
    }

    private static Store open(Path file) {
        return Store.open(file, Clock.systemUTC()).store().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
