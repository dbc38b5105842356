package org.vivavoce.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.notes.Notes;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.tools.CancelTimer;
import org.vivavoce.tools.EarlierConversations;
import org.vivavoce.tools.EndConversation;
import org.vivavoce.tools.IdeaBook;
import org.vivavoce.tools.ListIdeas;
import org.vivavoce.tools.LookIntoNotes;
import org.vivavoce.tools.SaveIdeas;
import org.vivavoce.tools.SetTimer;
import org.vivavoce.tools.TakeBackIdea;
import org.vivavoce.tools.ToolListener;
import org.vivavoce.turn.TurnState;

/**
 * The tools of one conversation, of those that there are the ones its mode names, and what the user is told of them. Ends the
 * conversation after the reply in which the partner was asked to. Thread-safe; passes every event on first.
 */
final class ConversationTools implements ToolListener, ConversationListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationTools.class);

    /** What tools do with a spoken conversation. Each call returns at once. */
    interface Reach {
        /** Lets the partner know something that nobody said. */
        void direct(String direction);

        /** Gives the user time for an answer. */
        void setTimer(Duration length, String what);

        /** Takes that time back. */
        void cancelTimer();
    }

    private final Runnable end;
    private final Optional<Reach> spoken;
    private final ConversationListener inner;
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile Optional<IdeaBook> book = Optional.empty();
    private boolean saidGoodbye; // session thread

    /**
     * Nothing has been called.
     *
     * @param end    ends the conversation; returns at once
     * @param spoken the conversation, where it is a spoken one: in others no time runs
     * @param inner  is told everything
     */
    ConversationTools(Runnable end, Optional<Reach> spoken, ConversationListener inner) {
        this.end = end;
        this.spoken = spoken;
        this.inner = inner;
    }

    /**
     * The tools.
     *
     * @param session the conversation, where it is kept
     * @param notes   what the user gave the partner to know
     */
    Toolbox toolbox(Mode mode, KeptConversations kept, Optional<SessionId> session, Notes notes) {
        List<Tool> all = new ArrayList<>();
        kept.store().ifPresent(store -> addKeeping(all, store, kept, session));
        if (!notes.isEmpty()) {
            all.add(new LookIntoNotes(notes));
        }
        if (spoken.isPresent()) {
            all.addAll(List.of(new SetTimer(this), new CancelTimer(this)));
        }
        all.add(new EndConversation(this));
        return new Toolbox(all.stream().filter(tool -> mode.tools().contains(tool.offer().name())).toList(),
                fault -> LOG.error("A tool failed by {}", fault.getClass().getName()));
    }

    private void addKeeping(List<Tool> all, Store store, KeptConversations kept, Optional<SessionId> session) {
        IdeaBook ideas = new IdeaBook(new Ideas(store), session, kept.clock());
        book = Optional.of(ideas);
        ZoneId zone = ZoneId.systemDefault();
        all.addAll(List.of(new SaveIdeas(ideas, this), new TakeBackIdea(ideas, this), new ListIdeas(ideas, zone),
                new EarlierConversations(store, zone)));
    }

    /** The user takes ideas back that the partner has saved, and the partner is to know. Waits for the disk. */
    void takeBack(List<Idea> ideas) {
        try {
            if (book.isPresent()) {
                book.get().takeBack(ideas);
            }
            String direction = "The user has just taken back what you saved: "
                    + ideas.stream().map(idea -> "\"" + idea.text() + "\"").collect(Collectors.joining(", "))
                    + ". It is saved no more: do not speak of it unless they do.";
            spoken.ifPresent(conversation -> conversation.direct(direction));
            inner.on(new ConversationEvent.IdeasTakenBack(ideas));
        } catch (StoreException e) {
            inner.on(new ConversationEvent.Noticed(e.problem().sentence()));
        }
    }

    @Override
    public void saved(List<Idea> ideas) {
        inner.on(new ConversationEvent.IdeasSaved(ideas));
    }

    @Override
    public void takenBack(Idea idea) {
        inner.on(new ConversationEvent.IdeasTakenBack(List.of(idea)));
    }

    @Override
    public void timeGiven(Duration length, String what) {
        spoken.ifPresent(conversation -> conversation.setTimer(length, what));
    }

    @Override
    public void timeCancelled() {
        spoken.ifPresent(Reach::cancelTimer);
    }

    @Override
    public void ending() {
        ending.set(true);
    }

    /** Where the user breaks into the goodbye it goes on. */
    @Override
    public void on(ConversationEvent event) {
        inner.on(event);
        switch (event) {
            case ConversationEvent.PartnerTurnEnded turn -> saidGoodbye = ending.getAndSet(false);
            case ConversationEvent.StateChanged(TurnState state) -> {
                boolean ends = saidGoodbye && state == TurnState.LISTENING;
                saidGoodbye = false;
                if (ends) {
                    end.run();
                }
            }
            default -> {
                // does not matter here
            }
        }
    }
}
