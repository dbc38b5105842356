package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one interruption led to.
 *
 * @param atMs          how long the reply had sounded
 * @param silenced      whether the reply was broken off
 * @param duckMs        from the user's first audible sample to where the reply became quieter, where that can be told
 * @param silentMs      from there to the last audible sample of the reply; NaN where it went on
 * @param wordsOff      how many words more the history holds than had sounded
 * @param cancelledMs   how long the slowest of the reply's requests lived on after it was broken off
 */
record Interruption(double atMs, boolean silenced, OptionalDouble duckMs, double silentMs, OptionalInt wordsOff,
        OptionalDouble cancelledMs) {

    /** The reply came to its end as if nothing had been said. */
    static Interruption missed(double atMs) {
        return new Interruption(atMs, false, OptionalDouble.empty(), Double.NaN, OptionalInt.empty(),
                OptionalDouble.empty());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("at-ms", Math.round(atMs)).put("silenced",
                silenced);
        duckMs.ifPresent(ms -> json.put("duck-ms", Math.round(ms)));
        if (!Double.isNaN(silentMs)) {
            json.put("silent-ms", Math.round(silentMs));
        }
        wordsOff.ifPresent(words -> json.put("words-off", words));
        cancelledMs.ifPresent(ms -> json.put("cancelled-ms", Math.round(ms)));
        return json;
    }
}
