package org.vivavoce.tools;

import java.util.List;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolFailedException;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;
import org.vivavoce.store.Idea;
import org.vivavoce.store.StoreException;

/** Saves what the user wants noted. */
public final class SaveIdeas implements Tool {

    private static final ToolOffer OFFER = new ToolOffer("save_ideas",
            "Save ideas, names or notes for the user. Call it when the user asks to note, save or remember something, and for nothing "
                    + "else. Several things are several ideas.",
            List.of(new ToolParameter("ideas", ToolParameter.Kind.TEXTS,
                    "Each of them by itself, in the user's own words and language.", true)));

    private final IdeaBook book;
    private final ToolListener listener;

    public SaveIdeas(IdeaBook book, ToolListener listener) {
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
    public String call(ToolArguments arguments) throws ToolArguments.MalformedException, ToolFailedException {
        List<String> ideas = arguments.texts("ideas");
        try {
            List<Idea> saved = book.save(ideas);
            if (saved.isEmpty()) {
                return "They were saved already.";
            }
            listener.saved(saved);
            return "Saved: " + saved.size() + ". Confirm it in a word or two.";
        } catch (StoreException e) {
            throw new ToolFailedException("nothing can be kept at the moment.", e);
        }
    }
}
