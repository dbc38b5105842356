package org.vivavoce.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.Store;
import org.vivavoce.tools.EarlierConversations;
import org.vivavoce.tools.EndConversation;
import org.vivavoce.tools.IdeaBook;
import org.vivavoce.tools.ListIdeas;
import org.vivavoce.tools.SaveIdeas;
import org.vivavoce.tools.TakeBackIdea;
import org.vivavoce.tools.ToolListener;
import org.vivavoce.turn.TurnState;

/**
 * The tools of one conversation, of those that there are the ones its mode names, and what the user is told of them. Ends the
 * conversation after the reply in which the partner was asked to. Thread-safe; passes every event on first.
 */
final class ConversationTools implements ToolListener, ConversationListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationTools.class);

    private final ConversationListener inner;
    private final Runnable end;
    private final AtomicBoolean ending = new AtomicBoolean();
    private boolean saidGoodbye; // session thread

    /**
     * Nothing has been called.
     *
     * @param end   ends the conversation; returns at once
     * @param inner is told everything
     */
    ConversationTools(Runnable end, ConversationListener inner) {
        this.end = end;
        this.inner = inner;
    }

    /**
     * The tools.
     *
     * @param session the conversation, where it is kept
     */
    Toolbox toolbox(Mode mode, KeptConversations kept, Optional<SessionId> session) {
        List<Tool> all = new ArrayList<>();
        kept.store().ifPresent(store -> addKeeping(all, store, kept, session));
        all.add(new EndConversation(this));
        return new Toolbox(all.stream().filter(tool -> mode.tools().contains(tool.offer().name())).toList(),
                fault -> LOG.error("A tool failed by {}", fault.getClass().getName()));
    }

    private void addKeeping(List<Tool> all, Store store, KeptConversations kept, Optional<SessionId> session) {
        IdeaBook book = new IdeaBook(new Ideas(store), session, kept.clock());
        ZoneId zone = ZoneId.systemDefault();
        all.addAll(List.of(new SaveIdeas(book, this), new TakeBackIdea(book, this), new ListIdeas(book, zone),
                new EarlierConversations(store, zone)));
    }

    @Override
    public void saved(List<String> ideas) {
        inner.on(new ConversationEvent.Noticed("Saved: " + String.join(" · ", ideas)));
    }

    @Override
    public void takenBack(String idea) {
        inner.on(new ConversationEvent.Noticed("Taken back: " + idea));
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
