package org.vivavoce.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.ArchiveException;

/** The conversations that are looked for. JavaFX thread; looks in the background, and what was overtaken meanwhile counts for nothing. */
public final class ListViewModel {

    /** So many are shown at first, and so many more each time. */
    static final int PAGE = 100;

    private static final int MOST_FOUND = 1000;

    /** How it stands. */
    public enum State {
        /** Nothing is known yet. */
        LOADING,
        /** No conversation was ever kept. */
        NOTHING_YET,
        /** There are some, but none that is looked for. */
        NOTHING_FOUND,
        /** There are some. */
        THERE,
        /** They cannot be read. */
        FAILED
    }

    /**
     * What is shown.
     *
     * @param rows    the newest first
     * @param count   how many there are, also of those that are not shown yet
     * @param problem one sentence for the user when they could not be read
     */
    public record Shown(State state, List<Row> rows, int count, Optional<String> problem) {
        public Shown {
            rows = List.copyOf(rows);
        }

        /** Whether there are more than those shown. */
        public boolean hasMore() {
            return rows.size() < count;
        }
    }

    private record Page(List<Row> rows, int count) {}

    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(
            new Shown(State.LOADING, List.of(), 0, Optional.empty()));
    private final AtomicInteger loads = new AtomicInteger(); // written by the JavaFX thread
    private final Archive archive;
    private final Executor background;
    private final Executor afterTyping;
    private final Executor ui;
    private SessionQuery query = SessionQuery.ALL;

    /**
     * Shows nothing yet.
     *
     * @param afterTyping as the background, after a moment in which the user may type on
     */
    ListViewModel(Archive archive, Executor background, Executor afterTyping, Executor ui) {
        this.archive = archive;
        this.background = background;
        this.afterTyping = afterTyping;
        this.ui = ui;
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether not all are wanted. */
    public boolean isNarrowed() {
        return !query.equals(SessionQuery.ALL);
    }

    /** Looks for these words, once the user has stopped typing for a moment. */
    public void search(String words) {
        change(query.saying(words.strip()), afterTyping);
    }

    /** Only those of a mode, or of all. */
    public void ofMode(Optional<String> id) {
        change(new SessionQuery(id, query.language(), query.from(), query.to(), query.tag(), query.text()), background);
    }

    /** Only those in a language, or in all. */
    public void inLanguage(Optional<String> code) {
        change(new SessionQuery(query.mode(), code, query.from(), query.to(), query.tag(), query.text()), background);
    }

    private void change(SessionQuery wanted, Executor when) {
        if (!wanted.equals(query)) {
            query = wanted;
            load(List.of(), when);
        }
    }

    /** Looks again. */
    public void refresh() {
        load(List.of(), background);
    }

    /** Shows more. */
    public void showMore() {
        if (shown.get().hasMore()) {
            load(shown.get().rows(), background);
        }
    }

    /** A conversation has another title or other tags. */
    void changed(SessionRecord session) {
        Shown now = shown.get();
        show(now.state(), now.rows().stream()
                .map(row -> row.session().id().equals(session.id()) ? new Row(session, row.found()) : row).toList(),
                now.count());
    }

    /** A conversation is there no more. */
    void gone(SessionId id) {
        Shown now = shown.get();
        List<Row> left = now.rows().stream().filter(row -> !row.session().id().equals(id)).toList();
        if (left.isEmpty()) {
            refresh();
        } else {
            show(now.state(), left, now.count() - 1);
        }
    }

    /** What is on its way is not wanted any more. */
    void close() {
        loads.incrementAndGet();
    }

    private void show(State state, List<Row> rows, int count) {
        shown.set(new Shown(state, rows, count, Optional.empty()));
    }

    private void load(List<Row> before, Executor when) {
        int mine = loads.incrementAndGet();
        SessionQuery wanted = query;
        boolean narrowed = isNarrowed();
        when.execute(() -> {
            if (mine != loads.get()) {
                return; // the user typed on
            }
            try {
                Page page = page(wanted, before);
                ui.execute(() -> {
                    if (mine == loads.get()) {
                        State empty = narrowed ? State.NOTHING_FOUND : State.NOTHING_YET;
                        show(page.rows().isEmpty() ? empty : State.THERE, page.rows(), page.count());
                    }
                });
            } catch (ArchiveException e) {
                ui.execute(() -> {
                    if (mine == loads.get()) {
                        shown.set(new Shown(State.FAILED, List.of(), 0, Optional.of(e.sentence())));
                    }
                });
            }
        });
    }

    private Page page(SessionQuery wanted, List<Row> before) throws ArchiveException {
        List<SessionRecord> sessions = archive.list(wanted, before.size(), PAGE);
        Map<SessionId, FoundMessage> found = wanted.text().isEmpty() || sessions.isEmpty()
                ? Map.of()
                : found(wanted, sessions);
        List<Row> rows = new ArrayList<>(before);
        sessions.forEach(session -> rows.add(new Row(session, Optional.ofNullable(found.get(session.id())))));
        return new Page(rows, Math.max(rows.size(), archive.count(wanted)));
    }

    /** The first message in each of these, the newest first, in which the words were said. */
    private Map<SessionId, FoundMessage> found(SessionQuery wanted, List<SessionRecord> sessions)
            throws ArchiveException {
        SessionQuery these = wanted.saying("").between(sessions.getLast().begun().started(),
                sessions.getFirst().begun().started().plusMillis(1));
        Map<SessionId, FoundMessage> first = new HashMap<>();
        for (FoundMessage message : archive.search(wanted.text(), these, MOST_FOUND)) {
            first.putIfAbsent(message.session().id(), message);
        }
        return first;
    }
}
