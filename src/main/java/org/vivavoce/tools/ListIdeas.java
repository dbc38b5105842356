package org.vivavoce.tools;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolFailedException;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.store.Idea;
import org.vivavoce.store.StoreException;

/** Reads the ideas that were saved. */
public final class ListIdeas implements Tool {

    private static final int MOST = 20;

    private static final ToolOffer OFFER = new ToolOffer("list_ideas",
            "The ideas and notes that were saved, the newest first. Call it when the user asks for them, and say only those that matter.",
            List.of());

    private final IdeaBook book;
    private final ZoneId zone;

    /** @param zone of the days that are told */
    public ListIdeas(IdeaBook book, ZoneId zone) {
        this.book = book;
        this.zone = zone;
    }

    @Override
    public ToolOffer offer() {
        return OFFER;
    }

    @Override
    public boolean leavesSomething() {
        return false;
    }

    @Override
    public String call(ToolArguments arguments) throws ToolFailedException {
        try {
            List<Idea> all = book.all();
            String lines = all.stream().limit(MOST)
                    .map(idea -> idea.created().atZone(zone).toLocalDate() + ": " + idea.text())
                    .collect(Collectors.joining("\n"));
            return all.isEmpty() ? "There are none." : all.size() + " in all.\n" + lines;
        } catch (StoreException e) {
            throw new ToolFailedException("the ideas can't be read at the moment.", e);
        }
    }
}
