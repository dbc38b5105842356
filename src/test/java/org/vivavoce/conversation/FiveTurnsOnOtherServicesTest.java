package org.vivavoce.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The same five turns with the models that follow in 2027, whose voice speaks over a socket, and with three servers of one's own, each
 * with an address and a model of its own.
 */
@Tag("slow")
@Order(7)
@Execution(ExecutionMode.CONCURRENT)
class FiveTurnsOnOtherServicesTest {

    @Test
    void theModelsOf2027HoldFiveTurnsWithTheVoiceOverASocket() throws Exception {
        List<Utterance> utterances = FiveTurns.spanish();
        FiveTurns five = new FiveTurns("five-turns-openai-2027", utterances);
        SuccessorChecks requests = new SuccessorChecks(five.server(), "language", "es");
        Talk talk = Talk.asSet(five.server(), Settings.defaults(), "--service", ServicePresets.OPENAI_2027,
                "--base-url",
                five.server().baseUrl(), "--mode", "language", "--language", "es", "--no-opening", "--turns", "5");
        five.hold(talk, () -> {
            requests.check(utterances, FiveTurns.REPLIES);
            // nova does not exist there: the mode's second choice speaks, which is told once
            assertEquals(1, talk.trace().all("voice-replaced").size());
            assertEquals(0, talk.trace().all("voice-reworded").size());
        });
    }

    @Test
    void serversOfOnesOwnHoldFiveTurnsEachAtItsOwnAddress() throws Exception {
        List<Utterance> utterances = FiveTurns.english();
        FiveTurns five = new FiveTurns("five-turns-local", utterances);
        String host = "http://127.0.0.1:" + five.server().port();
        Settings.Endpoints own = new Settings.Endpoints(new Settings.Endpoint(host, "small-ears"),
                new Settings.Endpoint(host + "/v1/", "small-talk:3b"),
                new Settings.Endpoint("127.0.0.1:" + five.server().port() + "/v1", "small-voice"));
        Settings settings = Settings.defaults()
                .withService(new Settings.ServiceSettings("", Map.of(ServicePresets.LOCAL, own), Set.of(), false));
        RequestChecks requests = new RequestChecks(five.server(), "chat", "en",
                new RequestChecks.Models("small-ears", "small-talk:3b", "small-voice"));
        five.hold(Talk.asSet(five.server(), settings, "--service", ServicePresets.LOCAL, "--mode", "chat",
                "--language", "en", "--no-opening", "--turns", "5"),
                () -> requests.check(utterances, FiveTurns.REPLIES));
    }
}
