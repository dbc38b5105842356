package org.vivavoce.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.InterviewFeedback;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.practice.Question;
import org.vivavoce.practice.QuestionCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConversationTest {

    private static final String SPOKEN = new Delivery(31, 26, 4, 1.2, -24).print();

    private final LanguageCatalog languages = LanguageCatalog.builtIn();
    private final QuestionCatalog questions = QuestionCatalog.builtIn(languages);
    private final InterviewFeedback feedback = InterviewFeedback.builtIn();
    private final Mode interview = ModeCatalog.builtIn().find("interview").orElseThrow();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> messages = new ArrayList<>();

    private final BuiltInPartner partner = startPartner();
    private final PartnerClient client = new PartnerClient(partner.baseUrl());

    @BeforeEach
    void opening() {
        say("system", "You are Alex.");
        say("assistant", interview.openingFor(languages.english()));
    }

    @AfterEach
    void stop() {
        client.close();
        partner.close();
        executor.close();
    }

    @Test
    void twentySpokenAnswersGetTwentyRepliesThatNeverRepeat() {
        Set<String> sentences = new HashSet<>();
        Set<String> asked = new HashSet<>();
        List<String> window = new ArrayList<>();
        for (int turn = 0; turn < 20; turn++) {
            Delivery delivery = new Delivery(5 + 7 * turn, 4 + 5 * turn, turn % 6, turn % 5, -20 - turn);
            String reply = answer("interview", turn % 7 == 3 ? "[INTERRUPTED] " + delivery.print() : delivery.print());
            assertTrue(reply.endsWith("?") || reply.contains("? ") || questionIn(reply) != null, reply);
            for (String sentence : window) {
                assertFalse(reply.contains(sentence), "said again: " + sentence);
            }
            String question = questionIn(reply);
            if (question != null) {
                assertTrue(asked.add(question), "asked again: " + question);
            }
            window.add(reply);
            sentences.add(reply);
        }
        assertEquals(20, sentences.size());
        assertTrue(asked.size() >= 10);
    }

    @Test
    void theSameRequestGetsTheSameReply() {
        say("user", SPOKEN);
        assertEquals(client.chat("builtin-interview-en", messages), client.chat("builtin-interview-en", messages));
    }

    @Test
    void theFirstSpokenAnswerHearsThatWordsAreNotUnderstood() {
        assertTrue(feedback.noRecogniser().stream().anyMatch(answer("interview", SPOKEN)::contains));
        assertTrue(feedback.noRecogniser().stream().noneMatch(answer("interview", SPOKEN)::contains));
    }

    @Test
    void aTypedAnswerIsJudgedByTheKeyPointsOfItsQuestion() {
        Question question = questions.interview().getFirst().questions().getFirst();
        say("assistant", "Okay. " + question.text());
        String reply = answer("interview", "The browser asks DNS for the IP address and opens a TCP connection.");
        assertTrue(reply.contains("name lookup and connection"), reply);
        assertTrue(reply.contains("encryption"), reply);
        assertTrue(reply.contains(question.tip()), reply);
        assertNotEquals(null, questionIn(reply));
    }

    @Test
    void aCompleteTypedAnswerIsPraised() {
        Question question = questions.interview().getFirst().questions().getFirst();
        say("assistant", question.text());
        String reply = answer("interview",
                "DNS, then TCP, then TLS, an HTTP request with its response, and the browser renders the DOM.");
        assertTrue(feedback.complete().stream().anyMatch(line -> reply.contains(line.substring(0, line.indexOf('{')))),
                reply);
    }

    @Test
    void aTypedAnswerThatNamesNothingHearsTheAnswer() {
        Question question = questions.interview().getFirst().questions().getFirst();
        say("assistant", question.text());
        assertTrue(
                answer("interview", "It is complicated and nobody really knows that").contains(question.modelAnswer()));
    }

    @Test
    void aQuestionThatWasCutByABargeInIsStillKnown() {
        Question question = questions.interview().getFirst().questions().getFirst();
        say("assistant", "Good. " + question.text().substring(0, question.text().length() / 2));
        assertTrue(answer("interview", "[INTERRUPTED] I don't know").contains(question.modelAnswer()));
    }

    @Test
    void theUserCanSteer() {
        Question question = questions.interview().get(1).questions().get(1);
        say("assistant", question.text());
        assertTrue(feedback.patience().contains(reply("interview", "wait")));
        assertTrue(reply("interview", "Could you repeat that?").endsWith(question.text()));
        assertTrue(reply("interview", "I don't know").contains(question.modelAnswer()));
        String skipped = reply("interview", "skip");
        assertFalse(skipped.contains(question.text()));
        assertNotEquals(null, questionIn(skipped));
        assertTrue(feedback.goAhead().contains(reply("interview", "[INTERRUPTED] stop")));
    }

    @Test
    void repeatingTheOpeningSaysTheOpening() {
        assertTrue(reply("interview", "repeat").endsWith(interview.opening()));
    }

    @Test
    void silenceIsMetWithOneGentleSentence() {
        List<String> asInstruction = new ArrayList<>(messages);
        asInstruction.addAll(List.of("system", interview.silencePrompt()));
        assertTrue(feedback.silence().contains(client.chat("builtin-interview-en", asInstruction)));
        assertTrue(feedback.silence().contains(reply("interview", "[" + interview.silencePrompt() + "]")));
    }

    @Test
    void anEmptyMessageIsAskedAgain() {
        assertEquals(languages.english().didntCatch(), reply("interview", ""));
    }

    @Test
    void aConversationWithoutMessagesBeginsWithAnEasyQuestion() {
        String reply = client.chat("builtin-interview-en", List.of("system", "You are Alex."));
        assertTrue(questions.interview().stream().flatMap(bank -> bank.questions().stream())
                .anyMatch(question -> question.level() == 1 && question.text().equals(reply)), reply);
    }

    @Test
    void everyLanguageIsSpokenThroughoutAndNothingIsRepeated() {
        for (Language language : languages.languages()) {
            messages.clear();
            say("assistant", language.greeting());
            List<String> lines = questions.language(language.code()).orElseThrow().lines().stream()
                    .map(line -> line.text()).toList();
            Set<String> said = new HashSet<>();
            for (int turn = 0; turn < 15; turn++) {
                String reply = answer("language-" + language.code(), turn % 4 == 2 ? "Hmm, xyz" : SPOKEN);
                String line = lines.stream().filter(reply::contains).findFirst().orElse("");
                assertFalse(line.isEmpty(), reply);
                assertTrue(said.add(line), "said again: " + line);
                if (turn == 0) {
                    assertTrue(reply.startsWith(language.offlineHeard().substring(0, 8)), reply);
                    assertFalse(reply.contains("{"), reply);
                }
            }
        }
    }

    @Test
    void freeChatAndModesNobodyKnowsTalkFromTheChatLines() {
        List<String> lines = questions.chat().lines().stream().map(line -> line.text()).toList();
        assertTrue(lines.stream().anyMatch(reply("chat", "Nothing special")::endsWith));
        assertTrue(lines.stream().anyMatch(reply("my-own-mode", "Nothing special")::endsWith));
        assertTrue(lines.stream().anyMatch(client.chat("gpt-4o-mini", List.of("user", "Nothing special"))::endsWith));
        List<String> german = questions.language("de").orElseThrow().lines().stream().map(line -> line.text()).toList();
        assertTrue(german.stream().anyMatch(reply("chat-de", "Nichts Besonderes")::endsWith));
    }

    @Test
    void theQuestionStaysWhenTheReplyMustBeShort() {
        say("user", SPOKEN);
        var body = client.chatBody("builtin-interview-en", messages).put("max_tokens", 40);
        String reply = client.parse(client.send("POST", "/chat/completions", body.toString()).body())
                .at("/choices/0/message/content")
                .asText();
        assertTrue(reply.length() <= 40 * 4 + 4, reply);
        assertNotEquals(null, questionIn(reply));
    }

    /** Sends a message, keeps both in the conversation as it is sent: the system prompt and the last 20. */
    private String answer(String mode, String text) {
        say("user", text);
        while (messages.size() > 42) {
            messages.remove(2);
            messages.remove(2);
        }
        String reply = client.chat("builtin-" + mode + (mode.contains("-") ? "" : "-en"), messages);
        say("assistant", reply);
        return reply;
    }

    /** The reply to a message that is not kept. */
    private String reply(String mode, String text) {
        List<String> asked = new ArrayList<>(messages);
        asked.addAll(List.of("user", text));
        return client.chat("builtin-" + mode + (mode.matches("chat-..") ? "" : "-en"), asked);
    }

    private void say(String role, String text) {
        messages.addAll(List.of(role, text));
    }

    private @Nullable String questionIn(String reply) {
        return questions.interview().stream().flatMap(bank -> bank.questions().stream())
                .flatMap(question -> Stream.of(question.text(), question.followUp())).filter(reply::contains)
                .findFirst().orElse(null);
    }

    private BuiltInPartner startPartner() {
        try {
            return BuiltInPartner.start(0, executor, languages, questions, new FreeTtsVoice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
