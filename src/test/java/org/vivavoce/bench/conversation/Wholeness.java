package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whether a turn came through whole.
 *
 * @param understood all of what was said stands in the history; where nobody understands words: all of its sound was sent
 * @param heard      all of the reply sounded, each of its sentences found in the recording
 * @param falseTurns how many turns were taken beside the one that was meant: of noises, of half an utterance
 */
record Wholeness(boolean understood, boolean heard, int falseTurns) {

    ObjectNode into(ObjectNode row) {
        return row.put("understood", understood).put("heard", heard).put("false-turns", falseTurns);
    }
}
