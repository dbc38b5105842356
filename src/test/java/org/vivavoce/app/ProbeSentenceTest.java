package org.vivavoce.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.ServiceCheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProbeSentenceTest {

    private static final ProbeSentence.Voice CORAL = new ProbeSentence.Voice("coral", Optional.empty(), List.of());

    @Test
    void theRecogniserTellsItsTimeAndWithWhatItWasTried() {
        assertEquals("Speech recognition answers in 0.82 s.",
                new ProbeSentence(result(Stage.TRANSCRIPTION, -1, 820), true, Set.of(), CORAL).text());
        assertEquals("Speech recognition answers in 0.82 s (tried with silence, without a microphone).",
                new ProbeSentence(result(Stage.TRANSCRIPTION, -1, 820), false, Set.of(), CORAL).text());
    }

    @Test
    void theFieldsThatAreLeftOutAreNamed() {
        assertEquals("The chat model begins after 0.41 s and ends after 0.50 s; temperature, which it does not take, is"
                + " left out.",
                new ProbeSentence(result(Stage.CHAT, 410, 500), true, Set.of("temperature"), CORAL).text());
        assertEquals("Speech recognition answers in 1.00 s; prompt and response_format verbose_json, which it does not"
                + " take, are left out.",
                new ProbeSentence(result(Stage.TRANSCRIPTION, -1, 1000), true,
                        Set.of("response_format=verbose_json", "prompt"), CORAL).text());
    }

    @Test
    void theVoiceInUseAndTheVoicesThereAreAreTold() {
        assertEquals("The voice coral begins after 0.60 s and ends after 1.00 s.",
                new ProbeSentence(result(Stage.SPEECH, 600, 1000), true, Set.of(), CORAL).text());
        assertEquals("The voice marin (there is no nova here) begins after 0.60 s and ends after 1.00 s; the server has"
                + " the voices alloy and marin.",
                new ProbeSentence(result(Stage.SPEECH, 600, 1000), true, Set.of(), new ProbeSentence.Voice("marin",
                        Optional.of(new ReplacedVoice("nova", "marin")), List.of("alloy", "marin"))).text());
    }

    @Test
    void aLongListOfVoicesIsCutAndAFailureTellsItToo() {
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "v" + i).toList();
        ServiceException failure = new ServiceException.ServiceDown(Stage.SPEECH, 500, null);
        String text = new ProbeSentence(
                new ServiceCheck.Result(Stage.SPEECH, Optional.empty(), Duration.ofSeconds(1), Optional.of(failure)),
                true,
                Set.of(), new ProbeSentence.Voice("coral", Optional.empty(), many)).text();

        assertTrue(text.startsWith(failure.sentence()), text);
        assertTrue(
                text.endsWith(
                        " The server has the voices v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11 and 8 more."),
                text);
    }

    /** @param beganMs −1 where all came at once */
    private static ServiceCheck.Result result(Stage stage, long beganMs, long tookMs) {
        return new ServiceCheck.Result(stage, beganMs < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(beganMs)),
                Duration.ofMillis(tookMs), Optional.empty());
    }
}
