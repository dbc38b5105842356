package org.vivavoce.tools;

import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolFailedException;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.store.Idea;
import org.vivavoce.store.StoreException;

/** Takes the idea back that was saved last. */
public final class TakeBackIdea implements Tool {

    private static final ToolOffer OFFER = new ToolOffer("take_back_last_idea",
            "Take back the idea that was saved last in this conversation. Call it when the user says that it was a mistake.",
            List.of());

    private final IdeaBook book;
    private final ToolListener listener;

    public TakeBackIdea(IdeaBook book, ToolListener listener) {
        this.book = book;
        this.listener = listener;
    }

    @Override
    public ToolOffer offer() {
        return OFFER;
    }

    @Override
    public boolean leavesSomething() {
        return true;
    }

    @Override
    public String call(ToolArguments arguments) throws ToolFailedException {
        try {
            Optional<Idea> idea = book.takeBackLast();
            idea.ifPresent(listener::takenBack);
            return idea.map(last -> "Taken back: " + last.text()).orElse("Nothing was saved in this conversation.");
        } catch (StoreException e) {
            throw new ToolFailedException("nothing can be changed at the moment.", e);
        }
    }
}
