package org.vivavoce.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.practice.Wording;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.session.ConversationEvent.PartnerTurnEnded;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConversationTest {

    @Test
    void fiveTurnsGoByWithoutAKey() {
        ScriptedConversation talk = ScriptedConversation.chat().listens();
        List<Message> expected = new ArrayList<>(List.of(Message.partner(ScriptedConversation.OPENING)));
        for (int turn = 1; turn <= 5; turn++) {
            talk.services.answers("That is answer " + turn + ".", "And a question?");
            talk.userSays("This is turn " + turn).untilListening().passes(500);
            expected.add(Message.user("This is turn " + turn));
            expected.add(Message.partner("That is answer " + turn + ". And a question?"));
        }

        assertEquals(expected, talk.messages());
        assertEquals(List.of(), talk.troubles());
        assertEquals(6, talk.count("listening"));
        assertEquals(5, talk.told(PartnerTurnEnded.class).getLast().replies());
        assertEquals(5, talk.services.warmed());
    }

    @Test
    void aTurnGoesThroughItsStatesInOrder() {
        ScriptedConversation talk = ScriptedConversation.chat().listens();
        talk.journal();
        talk.services.answers("Oh, really?", "Tell me more.");
        talk.userSays("I build bridges.").untilListening();

        assertEquals(List.of("hearing", "thinking", "user: I build bridges.", "partner: Oh, really?", "speaking",
                "partner: Tell me more.", "listening"), talk.journal());
    }

    @Test
    void thePartnerOpens() {
        ScriptedConversation talk = ScriptedConversation.chat().listens();

        assertEquals(
                List.of("thinking", "partner: Good to meet you.", "speaking", "partner: What do you do?", "listening"),
                talk.journal());
        assertEquals(List.of(), talk.services.requests());
    }

    @Test
    void withoutAnOpeningTheUserBegins() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().starts();

        assertEquals(List.of("listening"), talk.journal());
        talk.passes(1000).userSays("Hello there").untilListening();
        assertEquals(List.of(Message.user("Hello there")), talk.services.lastRequest().messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interview", "language", "chat"})
    void theModesRequestIsSentAsItIsWritten(String id) {
        Mode mode = ModeCatalog.builtIn().find(id).orElseThrow();
        Language spanish = LanguageCatalog.builtIn().find("es").orElseThrow();
        ScriptedConversation talk = ScriptedConversation.of(new ConversationPlan(mode, spanish, new Wording(spanish),
                mode.recogniserLanguage(spanish), TurnValues.adaptive(mode.holdMs(), mode.silencePromptAfterMs()),
                false, true, false));
        talk.listens().userSays("Hola a todos").untilListening();

        ChatRequest request = talk.services.lastRequest();
        assertEquals(mode.systemPromptFor(spanish), request.systemPrompt());
        assertEquals(mode.temperature(), request.temperature());
        assertEquals(mode.maxTokens(), request.maxTokens());
        assertEquals(List.of(talk.messages().getFirst(),
                Message.user("Hola a todos")), request.messages());
    }

    @Test
    void theLastTwentyMessagesAreSentAndAllAreKept() {
        ScriptedConversation talk = ScriptedConversation.chat().listens();
        for (int turn = 1; turn <= 12; turn++) {
            talk.userSays("turn " + turn).untilListening().passes(500);
        }

        List<Message> sent = talk.services.lastRequest().messages();
        assertEquals(20, sent.size());
        assertEquals("turn 12", sent.getLast().text());
        assertEquals("turn 3", sent.get(1).text());
        assertEquals(25, talk.messages().size());
    }

    @Test
    void theUtteranceIsSentWithItsPreRollAndALittleQuietAfterIt() {
        ScriptedConversation talk = ScriptedConversation.chat().listens();
        long from = talk.time.millis();
        talk.userSays("Hello").untilListening();

        long[] span = ScriptedUser.span(talk.services.pieces().getFirst().samples());
        assertTrue(span[0] <= from - 480 && span[0] >= from - 520, "from " + (span[0] - from));
        assertTrue(span[1] >= from + 2000 + 240 && span[1] <= from + 2000 + 420, "to " + (span[1] - from));
    }

    @Test
    void aLongAnswerIsSentInPiecesWithoutAGapAndWithTheTextBefore() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.services.understands("First part.", "Second part.", "The rest.");
        talk.userSpeaks(21_000).passes(500).userSpeaks(26_000).userSpeaks(5000).until(TurnState.THINKING)
                .untilListening();

        List<TranscriptionOrder> pieces = talk.services.pieces();
        assertEquals(3, pieces.size());
        assertEquals(List.of("", "First part.", "First part. Second part."),
                pieces.stream().map(TranscriptionOrder::textBefore).toList());
        for (int i = 1; i < pieces.size(); i++) {
            assertEquals(ScriptedUser.span(pieces.get(i - 1).samples())[1] + ScriptedUser.FRAME_MS,
                    ScriptedUser.span(pieces.get(i).samples())[0]);
        }
        assertEquals("First part. Second part. The rest.", talk.services.lastRequest().messages().getLast().text());
    }

    @Test
    void whenThePauseThatCutAPieceTurnsOutToBeTheEndNoSilenceIsSent() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.services.understands("All of it.", "Thanks for watching!");
        talk.userSpeaks(21_000).until(TurnState.THINKING).untilListening();

        assertEquals(1, talk.services.pieces().size());
        assertEquals("All of it.", talk.messages().getFirst().text());
    }

    @Test
    void theSummaryCountsTurnsAndMeasuresTheGap() {
        ScriptedConversation talk = ScriptedConversation.chat().listens();
        talk.userSays("One").untilListening().passes(500).userSays("Two").untilListening();
        talk.post(new SessionEvent.Close());

        SessionSummary summary = talk.told(Ended.class).getFirst().summary();
        assertEquals(2, summary.userTurns());
        assertEquals(3, summary.partnerTurns());
        assertEquals(0, summary.interruptions());
        long expectedMs = 250 + ScriptedWork.TRANSCRIPTION_MS + ScriptedWork.FIRST_SENTENCE_MS + ScriptedWork.SPEECH_MS;
        Optional<Duration> gap = summary.medianResponseGap();
        assertTrue(Math.abs(gap.orElseThrow().toMillis() - expectedMs) <= 20, "gap " + gap);
    }

    @Test
    void classicHoldsForASecondAndAHalfAndSendsTheUtteranceWhole() {
        ScriptedConversation talk = ScriptedConversation
                .of(ScriptedConversation.plan(TurnValues.classic(0), true, false));
        talk.listens();
        talk.services.understands("A whole minute");
        talk.user.speaks(talk.time.millis(), talk.time.millis() + 60_000, -10);
        talk.passes(60_000 + 1400);
        assertEquals(TurnState.HEARING, talk.state());
        talk.passes(300);
        assertEquals(TurnState.THINKING, talk.state());
        talk.untilListening();

        assertEquals(1, talk.services.pieces().size());
        assertEquals(0, talk.count("soft-end"));
        assertEquals(List.of(Message.user("A whole minute"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void classicDoesNotHearAVoiceAtMinusThirty() {
        ScriptedConversation talk = ScriptedConversation
                .of(ScriptedConversation.plan(TurnValues.classic(0), true, false));
        talk.listens().userSpeaks(3000);

        assertEquals(TurnState.LISTENING, talk.state());
    }
}
