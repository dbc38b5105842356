package org.vivavoce.session;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.ai.Transcript;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.practice.Message;
import org.vivavoce.session.SessionEvent.PieceFailed;
import org.vivavoce.session.SessionEvent.PieceTranscribed;
import org.vivavoce.session.SessionEvent.ReplyFailed;
import org.vivavoce.session.SessionEvent.ReplyWritten;
import org.vivavoce.session.SessionEvent.SentenceReady;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReplyPipelineTest {

    private static final String FIRST = "That is quite right.";
    private static final String SECOND = "What would you do next?";

    private final ScriptedServices services = new ScriptedServices();
    private final RecordingVoice voice = new RecordingVoice();
    private final ScriptedThreads threads = new ScriptedThreads();
    private final EventQueue events = new EventQueue();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void theFirstSentenceIsSpokenBeforeTheChatStreamEnds() throws InterruptedException {
        pipeline(false).reply(order(), cancellation);
        services.writes(FIRST + " What");
        voice.awaitGot("0 complete");
        assertEquals(new SentenceReady(1, 0, FIRST), events.next());
        assertEquals(List.of(FIRST), services.spoken());
        services.writes(" would you do next?");
        services.finishes();
        voice.awaitEnd();

        assertEquals(List.of("0: " + FIRST.length(), "0 complete", "1: " + SECOND.length(), "1 complete", "end"),
                voice.got());
        assertEquals(new SentenceReady(1, 1, SECOND), events.next());
        assertInstanceOf(ReplyWritten.class, events.next());
        endsQuietly();
    }

    @Test
    void classicSpeaksTheWholeReplyAfterTheChatStreamHasEnded() throws InterruptedException {
        pipeline(true).reply(order(), cancellation);
        services.writes(FIRST + " ");
        services.writes(SECOND);
        assertTrue(services.spoken().isEmpty());
        services.finishes();
        voice.awaitEnd();

        assertEquals(List.of(FIRST + " " + SECOND), services.spoken());
        assertEquals(new SentenceReady(1, 0, FIRST + " " + SECOND), events.next());
        assertEquals(List.of("0: " + (FIRST + " " + SECOND).length(), "0 complete", "end"), voice.got());
        endsQuietly();
    }

    @Test
    void whatIsThereAlreadyIsSpokenWithoutAskingAnyone() throws InterruptedException {
        pipeline(false).reply(ReplyOrder.say(new Reply(1, Reply.Kind.OWN_ACCORD), List.of(FIRST, SECOND)),
                cancellation);
        voice.awaitEnd();

        assertEquals(List.of(FIRST, SECOND), services.spoken());
        endsQuietly();
    }

    @Test
    void cancellingWhileTheModelWritesStopsEverything() throws InterruptedException {
        pipeline(false).reply(order(), cancellation);
        services.writes(FIRST + " What");
        voice.awaitGot("0 complete");
        cancellation.cancel();
        endsQuietly();

        assertEquals(List.of("0: " + FIRST.length(), "0 complete"), voice.got(), "no end is told to the voice");
        assertEquals(new SentenceReady(1, 0, FIRST), events.next());
        assertTrue(events.isEmpty());
    }

    @Test
    void cancellingWhileTheVoiceIsAwaitedStopsEverything() throws InterruptedException {
        services.holdsTheVoice();
        pipeline(false).reply(order(), cancellation);
        services.writes(FIRST + " " + SECOND + " ");
        services.awaitVoiceAsked();
        cancellation.cancel();
        endsQuietly();

        assertEquals(List.of(), voice.got());
        assertEquals(List.of(FIRST), services.spoken());
    }

    @Test
    void aModelThatFailsInMidReplyLetsItsFirstSentenceSound() throws InterruptedException {
        pipeline(false).reply(order(), cancellation);
        services.writes(FIRST + " What");
        ServiceException failure = new ServiceException.NoNetwork(Stage.CHAT, "model.example", null);
        services.failsToWrite(failure);
        voice.awaitEnd();

        assertEquals(new SentenceReady(1, 0, FIRST), events.next());
        assertEquals(new ReplyFailed(1, failure), events.next());
        assertEquals(List.of("0: " + FIRST.length(), "0 complete", "end"), voice.got());
        endsQuietly();
    }

    @Test
    void anEmptyReplyIsAFailure() throws InterruptedException {
        pipeline(false).reply(order(), cancellation);
        services.writes(" **  ** ");
        services.finishes();
        voice.awaitEnd();

        assertInstanceOf(ServiceException.BadReply.class, assertInstanceOf(ReplyFailed.class, events.next()).failure());
        endsQuietly();
    }

    @Test
    void aVoiceThatFailsIsNotAskedForTheNextSentence() throws InterruptedException {
        ServiceException failure = new ServiceException.KeyRefused(Stage.SPEECH, null);
        services.failsToSpeak(FIRST, failure);
        pipeline(false).reply(ReplyOrder.say(new Reply(1, Reply.Kind.OWN_ACCORD), List.of(FIRST, SECOND)),
                cancellation);
        voice.awaitEnd();

        assertEquals(List.of(FIRST), services.spoken());
        assertEquals(List.of("end"), voice.got());
        assertEquals(failure, nextFailure().failure());
        endsQuietly();
    }

    @Test
    void speechThatIsNotSoundIsAFailure() throws InterruptedException {
        pipeline(false).reply(ReplyOrder.say(new Reply(1, Reply.Kind.OWN_ACCORD), List.of("{\"error\": 1}")),
                cancellation);
        voice.awaitEnd();

        ServiceException failure = nextFailure().failure();
        assertEquals(Stage.SPEECH, failure.stage());
        assertInstanceOf(ServiceException.BadReply.class, failure);
        endsQuietly();
    }

    @Test
    void withoutALoudspeakerNothingIsSpokenAndTheReplyEnds() throws InterruptedException {
        voice.goes();
        pipeline(false).reply(ReplyOrder.say(new Reply(1, Reply.Kind.OWN_ACCORD), List.of(FIRST)), cancellation);
        voice.awaitEnd();

        assertEquals(List.of(), services.spoken());
        endsQuietly();
    }

    @Test
    void aFaultInTheModelsAdapterIsToldAndTheReplyEnds() throws InterruptedException {
        pipeline(false).reply(order(), cancellation);
        services.failsToWrite(new IllegalStateException("fault"));
        voice.awaitEnd();

        assertEquals(Stage.CHAT, nextFailure().failure().stage());
        threads.awaitAll();
        assertEquals(1, threads.escaped().size(), "and reaches the log");
    }

    @Test
    void aFaultInTheVoicesAdapterIsToldAndTheReplyEnds() throws InterruptedException {
        services.failsToSpeak(FIRST, new IllegalStateException("fault"));
        pipeline(false).reply(ReplyOrder.say(new Reply(1, Reply.Kind.OWN_ACCORD), List.of(FIRST, SECOND)),
                cancellation);
        voice.awaitEnd();

        assertEquals(Stage.SPEECH, nextFailure().failure().stage());
        threads.awaitAll();
        assertEquals(1, threads.escaped().size());
    }

    @Test
    void anUtteranceThatIsUnderstoodNeedNotBeKept() throws InterruptedException {
        services.understands("hello");
        pipeline(false).transcribe(utterance(true), cancellation);

        assertEquals(new PieceTranscribed(7, new Transcript("hello")), events.next());
        threads.awaitAll();
        assertEquals(Set.of("keep 7", "release 7"), Set.copyOf(kept));
    }

    @Test
    void anUtteranceThatIsNotUnderstoodIsKept() throws InterruptedException {
        ServiceException failure = new ServiceException.QuotaExhausted(Stage.TRANSCRIPTION, null);
        services.failsToUnderstand(failure);
        pipeline(false).transcribe(utterance(true), cancellation);

        assertEquals(new PieceFailed(7, failure), events.next());
        threads.awaitAll();
        assertEquals(Set.of("keep 7"), Set.copyOf(kept));
    }

    @Test
    void anUtteranceIsKeptWhenTheConversationEndsBeforeItIsUnderstood() throws InterruptedException {
        services.failsToUnderstand(new ServiceException.Cancelled(Stage.TRANSCRIPTION, null));
        pipeline(false).transcribe(utterance(true), cancellation);
        threads.awaitAll();

        assertEquals(Set.of("keep 7"), Set.copyOf(kept));
        assertTrue(events.isEmpty());
    }

    @Test
    void aTryThatWasGivenUpIsNotKept() throws InterruptedException {
        services.failsToUnderstand(new ServiceException.Cancelled(Stage.TRANSCRIPTION, null));
        pipeline(false).transcribe(utterance(false), cancellation);
        threads.awaitAll();

        assertEquals(Set.of("keep 7", "release 7"), Set.copyOf(kept));
        assertTrue(events.isEmpty());
    }

    @Test
    void aFaultInTheRecognisersAdapterIsToldToo() throws InterruptedException {
        services.failsToUnderstand(new IllegalStateException("fault"));
        pipeline(false).transcribe(utterance(true), cancellation);

        assertEquals(7, assertInstanceOf(PieceFailed.class, events.next()).piece());
        threads.awaitAll();
        assertEquals(1, threads.escaped().size());
    }

    private ReplyPipeline pipeline(boolean classic) {
        UtteranceKeeper keeper = new UtteranceKeeper() {
            @Override
            public void keep(long piece, EncodedAudio audio) {
                kept.add("keep " + piece);
            }

            @Override
            public void release(long piece) {
                kept.add("release " + piece);
            }
        };
        TurnValues values = classic ? TurnValues.classic(0) : TurnValues.adaptive(700, 0);
        return new ReplyPipeline(ScriptedConversation.plan(values, classic, false), services.services(),
                new ScriptedSoundParts().parts(), voice,
                new ReplyPipeline.Surroundings(threads, events, new TraceLine(Trace.NONE, () -> 0), keeper,
                        Toolbox.EMPTY));
    }

    private static TranscriptionOrder utterance(boolean wanted) {
        return new TranscriptionOrder(7, new short[16_000], "", () -> wanted);
    }

    private static ReplyOrder order() {
        return ReplyOrder.answer(new Reply(1, Reply.Kind.ANSWER),
                new ChatRequest("Be kind.", List.of(Message.user("hello")), 0.9, 150));
    }

    private ReplyFailed nextFailure() throws InterruptedException {
        while (true) {
            if (events.next() instanceof ReplyFailed failed) {
                return failed;
            }
        }
    }

    private void endsQuietly() throws InterruptedException {
        threads.awaitAll();
        assertEquals(List.of(), threads.escaped());
    }
}
