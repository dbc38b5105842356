package org.vivavoce.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vivavoce.store.Idea;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.IdeaFormat;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.IdeaShelf;

/** Ideas that lie in memory, and what was asked of them. */
public final class ScriptedIdeas implements IdeaShelf {

    /** What was asked for and is not only read. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** What each call answers, where it is there: it fails. */
    public Optional<String> failure = Optional.empty();

    private final ScriptedArchive archive;
    private final List<Idea> kept = new CopyOnWriteArrayList<>();
    private final Map<Long, Idea> removed = new HashMap<>();

    ScriptedIdeas(ScriptedArchive archive) {
        this.archive = archive;
    }

    /** Keeps one, of the conversation with this number; 0 for none. */
    public Idea keep(String text, int session, Duration ago) {
        Idea idea = new Idea(kept.size() + removed.size() + 1L,
                session == 0 ? Optional.empty() : Optional.of(ScriptedArchive.id(session)), text,
                ScriptedArchive.NOW.minus(ago));
        kept.add(idea);
        return idea;
    }

    /** Some of the last days. */
    public void fill() {
        keep("Ask how their on-call rota works", 1, Duration.ofHours(16));
        keep("Read about the outbox pattern: it is the answer to the question about lost events between the shop and the "
                + "payment service.", 1, Duration.ofHours(16).minusMinutes(4));
        keep("«un filete de pescado», not «una cola»", 2, Duration.ofHours(44));
        keep("Barbara\nGrace\nLin", 3, Duration.ofDays(3));
        keep("اسأل عن العمل عن بُعد", 5, Duration.ofDays(20));
        keep("A bridge with a café on it", 0, Duration.ofDays(400));
    }

    private void answer() throws ArchiveException {
        if (failure.isPresent()) {
            throw new ArchiveException(failure.get());
        }
    }

    private Idea find(long id) throws ArchiveException {
        answer();
        return kept.stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> new ArchiveException("This idea is there no more."));
    }

    @Override
    public List<Kept> list() throws ArchiveException {
        answer();
        List<Kept> all = new ArrayList<>();
        for (Idea idea : kept.stream().sorted(Comparator.comparing(Idea::created).reversed()).toList()) {
            all.add(new Kept(idea, archive.kept.stream().map(StoredSession::session)
                    .filter(session -> idea.session().equals(Optional.of(session.id()))).findFirst()));
        }
        return all;
    }

    @Override
    public void change(long id, String text) throws ArchiveException {
        Idea was = find(id);
        kept.set(kept.indexOf(was), new Idea(id, was.session(), text.strip(), was.created()));
        calls.add("change");
    }

    @Override
    public void remove(long id) throws ArchiveException {
        Idea was = find(id);
        kept.remove(was);
        removed.put(id, was);
        calls.add("remove " + id);
    }

    @Override
    public void restore(long id) throws ArchiveException {
        answer();
        kept.add(java.util.Objects.requireNonNull(removed.remove(id)));
        calls.add("restore " + id);
    }

    @Override
    public void export(IdeaFormat format, Path file) throws ArchiveException {
        answer();
        calls.add("export " + format + " " + file);
    }
}
