package org.vivavoce.bench.conversation;

import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Stage;
import org.vivavoce.conversation.Take;
import org.vivavoce.openai.testing.SeenRequest;

/**
 * All that is known of one turn, from before the user spoke to after the reply: both recordings, the program's trace and the server's log
 * on one clock, {@link System#nanoTime()}. A value.
 *
 * @param said     the microphone's recording
 * @param heard    the loudspeaker's recording
 * @param trace    what the program did
 * @param requests what the server was asked, and what became of it
 */
record TurnRecord(Take said, Take heard, List<Moment> trace, List<SeenRequest> requests) {

    TurnRecord {
        trace = List.copyOf(trace);
        requests = List.copyOf(requests);
    }

    /** The requests of one stage, in the order of their arrival. */
    List<SeenRequest> of(Stage stage) {
        return requests.stream().filter(request -> request.stage().equals(Optional.of(stage))).toList();
    }

    /** The events of a name. */
    List<Moment> moments(String name) {
        return trace.stream().filter(moment -> moment.is(name)).toList();
    }
}
