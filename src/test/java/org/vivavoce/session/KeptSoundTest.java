package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.Sound;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.session.HistoryListener.Sounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is told of how a conversation sounded, on a virtual clock. */
class KeptSoundTest {

    private final List<Sounded> told = new ArrayList<>();
    private List<Message> history = List.of();

    private final HistoryListener keeper = new HistoryListener() {
        @Override
        public void changed(List<Message> messages, Known known) {
            history = messages;
        }

        @Override
        public void sounded(Sounded sounded) {
            told.add(sounded);
        }
    };

    private String message(Sounded sounded) {
        return history.get(sounded.index()).text();
    }

    private static long millis(Sounded sounded) {
        return sounded.samples().stream().mapToLong(part -> part.length).sum() * 1000 / sounded.rate();
    }

    private List<Sounded> by(Role role) {
        return told.stream().filter(each -> each.role() == role).toList();
    }

    @Test
    void whatTheUserSaidIsToldWithItsMessageAsItWasSent() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        long began = talk.time.millis();
        talk.userSays("I build bridges.").untilListening();

        talk.tellHistory(keeper);

        Sounded said = by(Role.USER).getFirst();
        assertEquals(1, by(Role.USER).size());
        assertEquals("I build bridges.", message(said));
        assertEquals(Sound.CAPTURE_RATE, said.rate());
        assertEquals(2000.0, (double) millis(said), 1000, "with what stood before and after it");
        assertEquals((double) began, (double) said.atMillis(), 1500);
    }

    @Test
    void whatTheUserTypesHasNoSound() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.post(new SessionEvent.Type("I build bridges."));
        talk.passes(5000).untilListening();

        talk.tellHistory(keeper);

        assertTrue(history.contains(Message.user("I build bridges.")));
        assertEquals(List.of(), by(Role.USER));
    }

    @Test
    void eachMessageIsToldOnce() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.userSays("First.").untilListening().passes(500);
        talk.tellHistory(keeper);
        talk.userSays("Second.").untilListening();
        talk.tellHistory(keeper);
        talk.tellHistory(keeper);

        assertEquals(List.of("First.", "Second."), by(Role.USER).stream().map(this::message).toList());
    }

    @Test
    void whatIsBeingAnsweredWhenTheConversationEndsIsTold() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.userSays("Just one thing.");
        talk.passes(200);
        talk.post(new SessionEvent.Close());
        talk.tellHistory(keeper);

        for (Sounded sounded : by(Role.USER)) {
            assertEquals("Just one thing.", message(sounded));
        }
        assertEquals(history.stream().filter(each -> each.role() == Role.USER).count(), by(Role.USER).size());
    }

    @Test
    void ofAReplyThatIsStoppedTheHeardPartIsTaken() throws Exception {
        ReplyAudio audio = new ReplyAudio();
        short[] first = new short[1000];
        short[] second = new short[3000];
        ScriptedLoudspeaker out = new ScriptedLoudspeaker().soundsByItself();
        audio.begin(7, false);
        audio.put(7, 0, first);
        audio.put(7, 1, second);
        audio.begins(Objects.requireNonNull(audio.take()), out);
        audio.writes(7, 0, 1000);
        audio.begins(Objects.requireNonNull(audio.take()), out);
        audio.writes(7, 1, 3000);
        out.write(new short[1800], 0, 1800);

        audio.interrupt(out);

        List<short[]> heard = audio.takeHeard(7);
        assertEquals(List.of(1000, 800), heard.stream().map(part -> part.length).toList());
        assertEquals(List.of(), audio.takeHeard(7), "it is taken once");
    }

    @Test
    void ofAReplyThatSoundedWholeAllIsTakenAlsoAfterThePartnerWasStopped() throws Exception {
        ReplyAudio audio = new ReplyAudio();
        ScriptedLoudspeaker out = new ScriptedLoudspeaker().soundsByItself();
        audio.begin(3, false);
        audio.put(3, 0, new short[2400]);
        audio.end(3);
        audio.begins(Objects.requireNonNull(audio.take()), out);
        audio.writes(3, 0, 2400);
        out.write(new short[2400], 0, 2400);
        Objects.requireNonNull(audio.take());
        assertTrue(audio.finished(3, out));
        audio.interrupt(out);

        assertEquals(List.of(2400), audio.takeHeard(3).stream().map(part -> part.length).toList());
    }

    @Test
    void ofAnotherReplyNothingIsTaken() throws Exception {
        ReplyAudio audio = new ReplyAudio();
        ScriptedLoudspeaker out = new ScriptedLoudspeaker().soundsByItself();
        audio.begin(3, false);
        audio.put(3, 0, new short[2400]);
        audio.begins(Objects.requireNonNull(audio.take()), out);
        audio.writes(3, 0, 2400);
        out.write(new short[2400], 0, 2400);
        audio.interrupt(out);

        assertEquals(List.of(), audio.takeHeard(4));
    }
}
