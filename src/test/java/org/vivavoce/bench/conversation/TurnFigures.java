package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What was measured of one turn. Milliseconds by the recordings.
 *
 * @param spokenMs  the user's speech, its pauses with it
 * @param gapMs     from its last audible sample to the first one of the reply; NaN where no reply was heard after it
 * @param floorMs   what the services alone take; NaN where it cannot be told
 * @param sentMs    how much sound was sent to be transcribed
 * @param chats     how often the chat model was asked
 * @param cutOffs   how often the partner began to speak although the user had not ended
 * @param filler    whether something else sounded before the reply
 */
record TurnFigures(double spokenMs, double gapMs, double floorMs, double sentMs, int chats, int cutOffs,
        boolean filler) {

    /** Whether there is a gap to be compared: the reply was heard, and only after the user's end. */
    boolean isWhole() {
        return !Double.isNaN(gapMs) && cutOffs == 0;
    }

    /** What the gap cannot be shorter than: the services' own time, or the pause that a user may make. */
    double boundMs(double holdMs) {
        return Math.max(floorMs, holdMs);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("spoken-ms", Math.round(spokenMs)).put("sent-ms", Math.round(sentMs)).put("chats", chats)
                .put("cut-offs", cutOffs).put("filler", filler);
        number(json, "gap-ms", gapMs);
        number(json, "floor-ms", floorMs);
        return json;
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, Math.round(value));
        }
    }
}
