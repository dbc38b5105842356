package org.vivavoce.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.Fault;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Ten minutes of conversation in which every fifth request fails, of all faults there are: each utterance is in the history or waits to
 * be tried again, once, in its order, and nothing hangs. An utterance is told from others by how loud it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyMinutesTest {

    private static final int UTTERANCES = 62;
    private static final double FAILING = 0.2;
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration STALL = Duration.ofMillis(400);
    private static final String VOICE = "gpt-4o-mini-tts";
    private static final int LOUDNESS_STEP = 100;
    /** What a turn without faults needs is 4; every fifth fails, and what fails is tried three times and later again. */
    private static final int MOST_REQUESTS = 12 * UTTERANCES;
    private static final Pattern NUMBER = Pattern.compile("\\bnumber (\\d+)\\b");

    private final LocalOpenAi server;

    FaultyMinutesTest() throws Exception {
        server = FaultyConversation.server();
        server.script().transcriptsBy(request -> "It is number " + numberOf(request.content().audio()) + ".");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyUtteranceIsInTheHistoryOrCanBeTriedAgain(long seed) throws Exception {
        try (FaultyConversation talk = new FaultyConversation(server, VOICE, STALL)) {
            server.script().failBy(request -> fault(seed, request));
            Random user = new Random(seed);
            for (int number = 1; number <= UTTERANCES; number++) {
                talk.says(loudness(number));
                if (talk.canTryAgain() && user.nextBoolean()) {
                    talk.triesAgain();
                }
                inOrderAndOnce(talk, seed);
                Duration left = LENGTH.multipliedBy(number).dividedBy(UTTERANCES).minus(talk.lasted());
                if (left.isPositive()) {
                    talk.rests(left); // what can be tried again by itself is
                }
                inOrderAndOnce(talk, seed);
            }
            assertTrue(talk.lasted().compareTo(LENGTH.minusSeconds(1)) > 0, () -> "only " + talk.lasted());
            server.script().failBy(request -> Optional.empty());
            talk.says(loudness(UTTERANCES + 1)); // whoever goes on talking sends what failed along
            for (int time = 0; time < 3 && talk.canTryAgain(); time++) {
                talk.triesAgain();
            }
            int requests = Stream.of(Stage.values()).mapToInt(talk::requests).sum();
            List<Integer> said = numbersIn(talk.end());
            assertEquals(IntStream.rangeClosed(1, UTTERANCES + 1).boxed().toList(), said, () -> "seed " + seed);
            assertTrue(talk.keptUtterances().isEmpty(), () -> "seed " + seed + ": understood, and on disk still");
            assertTrue(requests <= MOST_REQUESTS, () -> "seed " + seed + ": " + requests + " requests");
        } finally {
            server.script().failBy(request -> Optional.empty());
        }
    }

    @Test
    void whoGoesOnTalkingAfterATroubleIsAnsweredForBothInTheirOrder() throws Exception {
        try (FaultyConversation talk = new FaultyConversation(server, VOICE, Duration.ofSeconds(10))) {
            server.script().failAlways(Stage.TRANSCRIPTION, Fault.error(401, "No.", "invalid_api_key"));
            talk.says(loudness(1));
            assertTrue(talk.canTryAgain());
            assertEquals(List.of(), talk.understood());
            server.script().heal(Stage.TRANSCRIPTION);
            talk.says(loudness(2));

            SeenRequest asked = server.log().of(Stage.CHAT).getLast();
            assertEquals("user: It is number 1. It is number 2.", asked.messages().getLast());
            assertFalse(talk.canTryAgain());
            assertEquals(List.of(1, 2), numbersIn(talk.end()));
        }
    }

    @Test
    void whoGoesOnTalkingAfterAnAnswerFailedIsAnsweredForBothInTheirOrder() throws Exception {
        try (FaultyConversation talk = new FaultyConversation(server, VOICE, Duration.ofSeconds(10))) {
            server.script().failAlways(Stage.CHAT, Fault.error(401, "No.", "invalid_api_key"));
            talk.says(loudness(1));
            server.script().heal(Stage.CHAT);
            talk.says(loudness(2));

            List<String> asked = server.log().of(Stage.CHAT).getLast().messages();
            assertEquals(List.of("user: It is number 1.", "user: It is number 2."),
                    asked.subList(asked.size() - 2, asked.size()));
            assertEquals(List.of(1, 2), numbersIn(talk.end()));
        }
    }

    /** In the history once and in order; what lies on disk can be tried again. What is under way is in neither for a moment. */
    private static void inOrderAndOnce(FaultyConversation talk, long seed) {
        List<Integer> understood = numbers(talk.understood().stream());
        assertEquals(List.copyOf(new TreeSet<>(understood)), understood, () -> "seed " + seed + ": order, once each");
    }

    /** The same for the same request of the same seed, in whichever order requests arrive. */
    private static Optional<Fault> fault(long seed, SeenRequest request) {
        Stage stage = request.stage().orElseThrow();
        Random random = new Random(seed * 1_000_003 + stage.name().hashCode() * 10_007L + request.nth() * 31L);
        random.nextInt(); // the first of near seeds are near
        List<Fault> faults = faultsOf(stage);
        return random.nextDouble() < FAILING
                ? Optional.of(faults.get(random.nextInt(faults.size())))
                : Optional.empty();
    }

    private static List<Fault> faultsOf(Stage stage) {
        List<Fault> faults = new ArrayList<>();
        FaultRows.all().filter(row -> row.stage() == stage && row.told()).forEach(row -> {
            if (row.broken() instanceof FaultRow.Broken.Answer(Fault fault)) {
                faults.add(fault);
            }
        });
        return faults;
    }

    private static List<Integer> numbersIn(List<Message> messages) {
        return numbers(messages.stream().filter(message -> message.role() == Role.USER).map(Message::text));
    }

    private static List<Integer> numbers(Stream<String> texts) {
        return texts.flatMap(text -> NUMBER.matcher(text).results())
                .map(found -> Integer.valueOf(Objects.requireNonNull(found.group(1))))
                .toList();
    }

    private static short loudness(int number) {
        return (short) (1000 + number * LOUDNESS_STEP);
    }

    /** Which utterance a WAV file holds. */
    private static int numberOf(byte[] wav) {
        ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(44);
        int loudest = 0;
        while (samples.remaining() >= 2) {
            loudest = Math.max(loudest, Math.abs(samples.getShort()));
        }
        return Math.round((loudest - 1000) / (float) LOUDNESS_STEP);
    }
}
