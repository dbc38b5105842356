package org.vivavoce.openai;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.openai.testing.RealtimeFault;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.openai.testing.SocketSpeech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SocketSpeechTest {

    @Test
    void sentencesOverASocketAreSeenAsRequestsForSpeech() throws Exception {
        try (RealtimeFixture fixture = new RealtimeFixture()) {
            fixture.speak("That is clear.");
            fixture.speak("What comes next?");

            List<SeenRequest> seen = SocketSpeech.in(fixture.log());

            assertEquals(List.of("That is clear.", "What comes next?"),
                    seen.stream().map(request -> request.field("input")).toList());
            assertEquals("coral", seen.getFirst().field("voice"));
            assertTrue(seen.getFirst().field("model").contains("realtime"));
            assertTrue(seen.getFirst().field("instructions").startsWith("Warm office talk."));
            assertTrue(seen.getFirst().times().firstByte() > seen.getFirst().times().arrived());
            assertTrue(seen.stream().allMatch(SeenRequest::hasEnded));
        }
    }

    @Test
    void whatWasCancelledIsSeenAsCancelled() throws Exception {
        try (RealtimeFixture fixture = new RealtimeFixture()) {
            fixture.script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
            Cancellation cancellation = new Cancellation();
            Future<byte[]> speaking = fixture.threads
                    .submit(() -> fixture.speak(RealtimeFixture.sentence("That is clear."), cancellation));
            fixture.log().awaitAnswered("response.output_audio.delta", 1);
            assertTrue(SocketSpeech.in(fixture.log()).getFirst().isOpen());

            cancellation.cancel();
            assertThrows(ExecutionException.class, speaking::get);
            fixture.log().awaitAnswered("response.done", 1);

            assertTrue(SocketSpeech.in(fixture.log()).getFirst().wasCancelled());
        }
    }
}
