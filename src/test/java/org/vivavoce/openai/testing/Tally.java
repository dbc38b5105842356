package org.vivavoce.openai.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Stage;

/**
 * How much a service was asked to do. A value.
 *
 * @param requests  how many there were, cancelled ones too: they are paid for once they are there
 * @param cancelled how many of them the client gave up
 * @param audio     how much sound they brought
 */
public record Tally(int requests, int cancelled, Duration audio) {

    /** Of the requests of one stage among these. */
    public static Tally of(Stage stage, List<SeenRequest> requests) {
        List<SeenRequest> counted = requests.stream().filter(request -> request.stage().equals(Optional.of(stage)))
                .toList();
        return new Tally(counted.size(), (int) counted.stream().filter(SeenRequest::wasCancelled).count(),
                counted.stream().map(SeenRequest::audioLength).reduce(Duration.ZERO, Duration::plus));
    }
}
