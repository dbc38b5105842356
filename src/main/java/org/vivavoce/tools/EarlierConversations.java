package org.vivavoce.tools;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolFailedException;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;
import org.vivavoce.practice.Role;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.MessageSearch;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;

/** Looks up what was said in earlier conversations. */
public final class EarlierConversations implements Tool {

    private static final int MOST_MESSAGES = 8;
    private static final int MOST_SESSIONS = 10;

    private static final ToolOffer OFFER = new ToolOffer("look_up_earlier_conversations",
            "Earlier conversations of the user with this program: what was said about something, or, without words, which there were. Call "
                    + "it when the user asks about an earlier conversation.",
            List.of(new ToolParameter("words", ToolParameter.Kind.TEXT,
                    "Words that were said there, in the language they were said in.", false)));

    private final Store store;
    private final ZoneId zone;

    /** @param zone of the days that are told */
    public EarlierConversations(Store store, ZoneId zone) {
        this.store = store;
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
    public String call(ToolArguments arguments) throws ToolArguments.MalformedException, ToolFailedException {
        Optional<String> words = arguments.optionalText("words");
        try {
            return words.isPresent() ? said(words.get()) : held();
        } catch (StoreException e) {
            throw new ToolFailedException("earlier conversations can't be read at the moment.", e);
        }
    }

    private String said(String words) throws StoreException {
        List<FoundMessage> found = new MessageSearch(store).find(words, SessionQuery.ALL, MOST_MESSAGES);
        return found.isEmpty()
                ? "Nothing was said about that."
                : found.stream().map(message -> about(message.session()) + ", "
                        + (message.role() == Role.USER ? "the user" : "you") + ": " + message.snippet().text())
                        .collect(Collectors.joining("\n"));
    }

    private String held() throws StoreException {
        List<SessionRecord> sessions = new Sessions(store).list(SessionQuery.ALL, 0, MOST_SESSIONS);
        return sessions.isEmpty()
                ? "There were none."
                : sessions.stream().map(session -> about(session) + ", " + session.length().toMinutes() + " minutes, "
                        + session.messages() + " messages").collect(Collectors.joining("\n"));
    }

    private String about(SessionRecord session) {
        return session.begun().started().atZone(zone).toLocalDate() + ", " + session.begun().modeName()
                + (session.title().isEmpty() ? "" : " (" + session.title() + ")");
    }
}
