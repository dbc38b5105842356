package org.vivavoce.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vivavoce.session.SimulatedRecogniser.Sent;
import org.vivavoce.turn.TurnState;

/** Every request that a service works on belongs to somebody: cancelling is over when the event is that cancelled it. */
final class OwnedRequests {

    private final Invariants.Scene scene;
    private boolean softEnded;
    private int sentBefore; // the soft end
    private @Nullable Sent tried;
    private @Nullable Sent takenBack; // the user went on: it is part of something longer

    OwnedRequests(Invariants.Scene scene) {
        this.scene = scene;
    }

    void traced(String event, Map<String, Object> values) {
        switch (event) {
            case "soft-end" -> {
                softEnded = true;
                tried = null;
                sentBefore = scene.services().recogniser().count();
            }
            case "speech-resume" -> {
                takenBack = Boolean.FALSE.equals(values.get("piece-finished")) ? tried : null;
                tried = null;
                softEnded = false;
            }
            case "speech-start" -> softEnded = false;
            default -> {
            }
        }
    }

    void check(TurnState state) {
        if (softEnded && tried == null && scene.services().recogniser().count() > sentBefore) {
            tried = scene.services().recogniser().last();
        }
        checkReplies(state, scene.services().openReplies());
        checkPieces(scene.services().recogniser().open());
    }

    private void checkReplies(TurnState state, List<SimulatedReply> open) {
        if (open.isEmpty()) {
            return;
        }
        if (open.size() > 1) {
            throw new AssertionError("two replies are in the making");
        }
        boolean allowed = switch (state) {
            case THINKING, SPEAKING -> true;
            case HEARING -> softEnded;
            case LISTENING, PAUSED -> false;
        };
        if (!allowed) {
            throw new AssertionError("reply " + open.getFirst().order().id() + " is in the making for nobody");
        }
    }

    private void checkPieces(List<Sent> open) {
        if (takenBack != null && takenBack.isOpen()) {
            throw new AssertionError("what was tried is still being transcribed though the user went on");
        }
        takenBack = null;
        for (int i = 0; i < open.size(); i++) {
            for (int j = i + 1; j < open.size(); j++) {
                if (open.get(i).frames().intersects(open.get(j).frames())) {
                    throw new AssertionError(
                            "pieces " + open.get(i).piece() + " and " + open.get(j).piece() + " hold the same sound");
                }
            }
        }
    }

    void checkAtRest() {
        if (scene.services().isAtWork()) {
            throw new AssertionError("a request is still under way");
        }
    }
}
