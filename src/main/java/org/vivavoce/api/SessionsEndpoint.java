package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.store.Deletion;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.JsonExport;

/** {@code /v1/sessions}: begins, lists, shows and deletes. Thread-safe. */
final class SessionsEndpoint {

    private static final int MOST_JSON_BYTES = 4096;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final Conversations conversations;
    private final LiveSessions live;
    private final JsonExport json = new JsonExport();

    SessionsEndpoint(Conversations conversations, LiveSessions live) {
        this.conversations = conversations;
        this.live = live;
    }

    /**
     * What a session is to be.
     *
     * @param mode     the mode's id
     * @param language its code; null for the one used last
     * @param opening  whether the partner speaks first; null for yes
     */
    record Wish(@Nullable String mode, @Nullable String language, @Nullable Boolean opening) {}

    void begin(Call call) throws ProblemException, StoreException, IOException {
        Wish wish = call.json(Wish.class, MOST_JSON_BYTES);
        Mode mode = Wanted.mode(conversations, Optional.ofNullable(wish.mode()));
        Language language = Wanted.language(conversations, mode, Optional.ofNullable(wish.language()));
        LiveSession session = live.begin(mode, language, !Boolean.FALSE.equals(wish.opening()));
        SessionId id = session.begun().id();
        call.header("Location", "/v1/sessions/" + id.text());
        call.answer(201, whole(id));
    }

    void list(Call call) throws ProblemException, StoreException, IOException {
        conversations.settle();
        Sessions sessions = new Sessions(conversations.store());
        int skipped = call.number("skip", 0, 0, Integer.MAX_VALUE);
        int most = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        SessionQuery query = query(call);
        ObjectNode answer = Json.object().put("total", sessions.count(query));
        ArrayNode list = answer.putArray("sessions");
        sessions.list(query, skipped, most).forEach(session -> list.add(line(session)));
        call.answer(200, answer);
    }

    private static SessionQuery query(Call call) throws ProblemException {
        return new SessionQuery(call.query("mode"), call.query("language"), Optional.empty(), before(call),
                call.query("tag"), call.query("query").orElse(""));
    }

    private static Optional<Instant> before(Call call) throws ProblemException {
        try {
            return call.query("before").map(Instant::parse);
        } catch (DateTimeException e) {
            throw new ProblemException(
                    Problem.malformed("The parameter before must be a time such as 2026-11-22T10:15:30Z."));
        }
    }

    void show(Call call) throws ProblemException, StoreException, IOException {
        call.answer(200, whole(Wanted.session(call.parameter("id"))));
    }

    void delete(Call call) throws ProblemException, StoreException {
        SessionId id = Wanted.session(call.parameter("id"));
        boolean held = live.remove(id);
        boolean kept = live.stored(id).isPresent();
        if (kept) {
            new Deletion(conversations.store(), conversations.recordings()).forGood(List.of(id));
        } else if (!held) {
            throw new ProblemException(Problem.notFound("There is no session of that name."));
        }
        call.nothing();
    }

    /** All of a session. One in which nothing was said yet is not kept, but it is there. */
    private JsonNode whole(SessionId id) throws ProblemException, StoreException {
        Optional<StoredSession> found = live.stored(id)
                .or(() -> live.find(id).map(LiveSession::begun).map(SessionsEndpoint::empty));
        return json.tree(
                found.orElseThrow(() -> new ProblemException(Problem.notFound("There is no session of that name."))));
    }

    private static StoredSession empty(NewSession begun) {
        return new StoredSession(new SessionRecord(begun, Optional.empty(), "", List.of(), 0, Duration.ZERO),
                List.of(), List.of(), List.of(), Optional.empty());
    }

    private static ObjectNode line(SessionRecord session) {
        NewSession begun = session.begun();
        ObjectNode line = Json.object().put("id", begun.id().text()).put("mode", begun.mode())
                .put("modeName", begun.modeName()).put("language", begun.language())
                .put("started", begun.started().toString());
        session.ended().ifPresent(ended -> line.put("ended", ended.toString()));
        line.put("title", session.title());
        ArrayNode tags = line.putArray("tags");
        session.tags().forEach(tags::add);
        return line.put("messages", session.messages()).put("lengthMs", session.length().toMillis());
    }
}
