package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.VirtualPacer;
import org.vivavoce.audio.testing.WaveFile;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.practice.Role;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.HistoryListener.Sounded;
import org.vivavoce.session.SessionThreads;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionWriter;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;
import org.vivavoce.store.Told;
import org.vivavoce.ui.Later;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sound that is kept as real files, and played again through a loudspeaker that is a file. */
class SoundRecorderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final List<Message> SAID = List.of(Message.partner("What do you build?"),
            Message.user("I build bridges."));

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final List<ConversationEvent> told = new ArrayList<>();
    private final Later background = new Later();
    private final WaveFile question = Tones.voice(Sound.PLAYBACK_RATE, 180, -20, Duration.ofSeconds(2));
    private final WaveFile answer = Tones.voice(Sound.CAPTURE_RATE, 120, -20, Duration.ofSeconds(3));
    private boolean allowed = true;

    /** A conversation in which both have spoken. */
    private SessionWriter talk(KeptConversations kept) {
        SessionWriter writer = kept.keep(ModeCatalog.builtIn().find("chat").orElseThrow(),
                LanguageCatalog.builtIn().english(), Optional.empty(), told::add).orElseThrow();
        writer.history(SAID, Told.spoken(Duration.ofSeconds(5)));
        return writer;
    }

    private KeptConversations open() {
        return new KeptConversations(folder.resolve("vivavoce.db"), CLOCK, Runnable::run);
    }

    private Path recordings() {
        return folder.resolve("recordings");
    }

    private void record(SessionWriter writer) {
        SoundRecorder recorder = new SoundRecorder(writer, recordings(), "20261122-100000", () -> allowed, background,
                told::add);
        recorder.keep(new Sounded(0, Role.PARTNER, halves(question.samples()), Sound.PLAYBACK_RATE, 100));
        recorder.keep(new Sounded(1, Role.USER, List.of(answer.samples()), Sound.CAPTURE_RATE, 2500));
    }

    private static List<short[]> halves(short[] samples) {
        int half = samples.length / 2;
        return List.of(Arrays.copyOf(samples, half), Arrays.copyOfRange(samples, half, samples.length));
    }

    private static StoredSession newest(KeptConversations kept) throws Exception {
        Sessions sessions = new Sessions(kept.store().orElseThrow());
        return sessions.open(sessions.list(SessionQuery.ALL, 0, 1).getFirst().id()).orElseThrow();
    }

    @Test
    void bothSidesAreKeptInTheBackgroundWithTheirMessages() throws Exception {
        try (KeptConversations kept = open()) {
            SessionWriter writer = talk(kept);
            record(writer);
            assertEquals(List.of(), newest(kept).utterances(), "nothing is written while it is talked");

            background.run();

            assertEquals(List.of(
                    new StoredUtterance(OptionalInt.of(0), "20261122-100000-0001-partner.ogg", Duration.ofMillis(100),
                            Duration.ofSeconds(2)),
                    new StoredUtterance(OptionalInt.of(1), "20261122-100000-0002-you.ogg", Duration.ofMillis(2500),
                            Duration.ofSeconds(3))),
                    newest(kept).utterances());
            Path own = recordings().resolve(writer.id().text());
            assertEquals(List.of("20261122-100000-0001-partner.ogg", "20261122-100000-0002-you.ogg"), names(own));
            assertTrue(Files.size(own.resolve("20261122-100000-0002-you.ogg")) < 3 * 4500);
            assertEquals(List.of(), told);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void whatWasTakenBackMeanwhileBelongsToNoMessage() throws Exception {
        try (KeptConversations kept = open()) {
            SessionWriter writer = talk(kept);
            record(writer);
            writer.history(SAID.subList(0, 1), Told.spoken(Duration.ofSeconds(6)));

            background.run();

            assertEquals(List.of(OptionalInt.of(0), OptionalInt.empty()),
                    newest(kept).utterances().stream().map(StoredUtterance::position).toList());
        }
    }

    @Test
    void withoutTheUsersLeaveNothingIsKept() throws Exception {
        allowed = false;
        try (KeptConversations kept = open()) {
            record(talk(kept));
            background.run();

            assertEquals(List.of(), newest(kept).utterances());
            assertFalse(Files.exists(recordings()));
        }
    }

    @Test
    void aDiskThatTakesNothingIsToldOnceAndTheTalkGoesOn() throws Exception {
        Files.writeString(recordings(), "a file where the folder should be");
        try (KeptConversations kept = open()) {
            record(talk(kept));
            background.run();

            assertEquals(1, told.size());
            String sentence = ((ConversationEvent.Noticed) told.getFirst()).sentence();
            assertTrue(sentence.startsWith("The sound of this conversation cannot be kept: "), sentence);
            assertFalse(sentence.contains("bridges"), sentence);
            assertEquals(List.of(), newest(kept).utterances());
            assertEquals(SAID, newest(kept).history());
        }
    }

    @Test
    void whatWasKeptIsPlayedFromAnyMomentOn() throws Exception {
        try (KeptConversations kept = open()) {
            SessionWriter writer = talk(kept);
            record(writer);
            background.run();
            List<StoredUtterance> both = newest(kept).utterances();

            WaveFile ofPartner = played(kept, writer, both.getFirst(), Duration.ZERO);
            WaveFile ofUser = played(kept, writer, both.getLast(), Duration.ofSeconds(1));

            assertAlike(question, ofPartner);
            assertAlike(answer.part(Duration.ofSeconds(1), Duration.ofSeconds(3)), ofUser);
            assertTrue(ofUser.seconds() < 2.5, ofUser::toString);
        }
    }

    private WaveFile played(KeptConversations kept, SessionWriter writer, StoredUtterance recording, Duration from) {
        Path loudspeaker = folder.resolve("out.wav");
        List<Optional<String>> ends = new ArrayList<>();
        sound(kept, loudspeaker).play(writer.id(), recording, from, ends::add);
        assertEquals(List.of(Optional.empty()), ends);
        return WaveFile.read(loudspeaker);
    }

    private static void assertAlike(WaveFile wanted, WaveFile heard) {
        Correlation likeness = Correlation.of(wanted, heard);
        assertTrue(likeness.coefficient() > 0.7, likeness::toString);
    }

    @Test
    void whatCannotBePlayedIsToldInASentence() throws Exception {
        try (KeptConversations kept = open()) {
            SessionWriter writer = talk(kept);
            record(writer);
            background.run();
            StoredUtterance recording = newest(kept).utterances().getFirst();
            Path file = recordings().resolve(writer.id().text()).resolve(recording.file());
            LiveSoundArchive sound = sound(kept, folder.resolve("out.wav"));
            List<Optional<String>> ends = new ArrayList<>();

            Files.writeString(file, "no sound");
            sound.play(writer.id(), recording, Duration.ZERO, ends::add);
            Files.delete(file);
            sound.play(writer.id(), recording, Duration.ZERO, ends::add);

            assertEquals("This recording is damaged, and cannot be played.", ends.getFirst().orElse(""));
            assertTrue(ends.getLast().orElse("").contains(file.toString()));
        }
    }

    @Test
    void allOfItIsCountedAndDeleted() throws Exception {
        try (KeptConversations kept = open()) {
            record(talk(kept));
            background.run();
            LiveSoundArchive sound = sound(kept, folder.resolve("out.wav"));
            assertTrue(sound.bytes() > 5000);

            sound.deleteAll();

            assertEquals(0, sound.bytes());
            assertEquals(List.of(), newest(kept).utterances());
        }
    }

    @Test
    void whatIsOlderThanTheUserWantsGoes() throws Exception {
        try (KeptConversations kept = open()) {
            record(talk(kept));
            background.run();
            Clock later = Clock.offset(CLOCK, Duration.ofDays(31));

            RecordingRetention.apply(kept.store(), recordings(), 0, later);
            RecordingRetention.apply(kept.store(), recordings(), 32, later);
            assertEquals(2, newest(kept).utterances().size());
            RecordingRetention.apply(kept.store(), recordings(), 30, later);

            assertEquals(List.of(), newest(kept).utterances());
            assertEquals(SAID, newest(kept).history());
        }
    }

    private LiveSoundArchive sound(KeptConversations kept, Path loudspeaker) {
        return new LiveSoundArchive(kept.store(), recordings(), new JavaSoundSystem(new VirtualPacer()),
                loudspeaker::toString, new SessionThreads() {
                    @Override
                    public void start(String name, Runnable work) {
                        work.run();
                    }

                    @Override
                    public void run(String name, Runnable work) {
                        work.run();
                    }
                });
    }
}
