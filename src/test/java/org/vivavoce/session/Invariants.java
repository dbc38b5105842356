package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.vivavoce.practice.Message;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

/**
 * What must hold in every conversation after each single event: one voice at a time, no request without an owner, no state without an
 * end, no word lost or said twice. Looks on from outside: at the services, the loudspeaker, the trace and the history.
 */
final class Invariants {

    private static final int PAST_LINES = 60;

    /** All that is looked at. */
    record Scene(VirtualTime time, SimulatedUser user, SimulatedServices services, ScriptedVoice voice,
            TurnValues values) {}

    private final Scene scene;
    private final OneVoice oneVoice;
    private final OwnedRequests requests;
    private final Progress progress;
    private final WordsKept words;
    private final Deque<String> past = new ArrayDeque<>();
    private TurnState state = TurnState.PAUSED;

    Invariants(Scene scene) {
        this.scene = scene;
        oneVoice = new OneVoice(scene);
        requests = new OwnedRequests(scene);
        progress = new Progress(scene);
        words = new WordsKept(scene);
    }

    void traced(String event, Map<String, Object> values) {
        passed(event + " " + values);
        requests.traced(event, values);
        words.traced(event, values);
    }

    void shows(TurnState next) {
        passed(next.name());
        state = next;
        progress.shows();
    }

    TurnState state() {
        return state;
    }

    /** The user does something else than speaking. */
    void acts(String what) {
        passed(what);
        scene.user().isHindered(scene.time().millis());
        progress.moves();
    }

    void types(String word) {
        words.typed(word, scene.time().millis());
        acts("types " + word);
    }

    private void passed(String what) {
        past.add(scene.time().millis() + " " + what);
        if (past.size() > PAST_LINES) {
            past.remove();
        }
    }

    /** After each event. */
    void check(List<Message> messages) {
        try {
            oneVoice.check(state);
            requests.check(state);
            progress.check(state);
            words.check(messages);
        } catch (AssertionError e) {
            throw atThisMoment(e);
        }
    }

    /** When everybody has had time and the services work: what was said is all there. */
    void checkAtRest(List<Message> messages) {
        try {
            requests.checkAtRest();
            words.checkAtRest(messages);
        } catch (AssertionError e) {
            throw atThisMoment(e);
        }
    }

    void fails(String what) {
        throw atThisMoment(new AssertionError(what));
    }

    private AssertionError atThisMoment(AssertionError e) {
        return new AssertionError(scene.time().millis() + " ms, " + state + ": " + e.getMessage() + "\n"
                + String.join("\n", past), e);
    }
}
