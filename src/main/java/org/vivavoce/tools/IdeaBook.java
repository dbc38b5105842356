package org.vivavoce.tools;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.StoreException;

/**
 * The ideas of one conversation, and those before it. Thread-safe. One that was saved in this conversation is not saved twice: an answer
 * that was taken back may have saved it already.
 */
public final class IdeaBook {

    private final Ideas ideas;
    private final Optional<SessionId> session;
    private final Clock clock;
    private final Deque<Idea> saved = new ArrayDeque<>(); // guarded by this; the newest last

    /** @param session the conversation, where it is kept */
    public IdeaBook(Ideas ideas, Optional<SessionId> session, Clock clock) {
        this.ideas = ideas;
        this.session = session;
        this.clock = clock;
    }

    /** Saves these; returns those that were not there. */
    synchronized List<Idea> save(List<String> texts) throws StoreException {
        List<Idea> fresh = new ArrayList<>();
        for (String text : texts) {
            if (saved.stream().noneMatch(idea -> plain(idea.text()).equals(plain(text)))) {
                Idea idea = ideas.save(session, text, clock.instant());
                saved.add(idea);
                fresh.add(idea);
            }
        }
        return fresh;
    }

    /** Takes the one back that was saved last in this conversation; empty where there is none. */
    synchronized Optional<Idea> takeBackLast() throws StoreException {
        Idea last = saved.peekLast();
        if (last == null) {
            return Optional.empty();
        }
        ideas.remove(last.id(), clock.instant());
        saved.removeLast();
        return Optional.of(last);
    }

    /** Takes these back, whoever saved them; what is gone already stays so. They can be saved again. Waits for the disk. */
    public synchronized void takeBack(List<Idea> these) throws StoreException {
        for (Idea idea : these) {
            ideas.remove(idea.id(), clock.instant());
            saved.removeIf(each -> each.id() == idea.id());
        }
    }

    /** All there are, the newest first. */
    List<Idea> all() throws StoreException {
        return ideas.list();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
