package org.vivavoce.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.settings.LearnedServers.Server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LearnedServersTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Server VOICE = new Server("localhost:8000/v1", "kokoro", "speech");

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path file() {
        return folder.resolve("servers.toml");
    }

    private LearnedServers openAt(Instant now) {
        return new LearnedServers(file(), Clock.fixed(now, ZoneOffset.UTC), Runnable::run);
    }

    private LearnedServers open() {
        return openAt(START);
    }

    @Test
    void nothingIsKnownAtFirstAndNoFileIsMade() {
        assertEquals(Set.of(), open().refused(VOICE));
        assertEquals(Optional.empty(), open().problem());
        open().forget(VOICE);
        assertFalse(Files.exists(file()));
    }

    @Test
    void whatWasLearnedIsThereAgainForItsServerModelAndServiceAlone() throws IOException {
        open().keep(VOICE, Set.of("instructions", "response_format"));

        LearnedServers again = open();

        assertEquals(Set.of("instructions", "response_format"), again.refused(VOICE));
        assertEquals(Set.of(), again.refused(new Server("localhost:8001/v1", "kokoro", "speech")));
        assertEquals(Set.of(), again.refused(new Server("localhost:8000/v1", "other", "speech")));
        assertEquals(Set.of(), again.refused(new Server("localhost:8000/v1", "kokoro", "chat")));
        assertTrue(Files.readString(file()).contains("2026-11-21T10:00:00Z"), Files.readString(file()));
    }

    @Test
    void valuesOfFieldsAndStrangeNamesAreKeptAsTheyAre() {
        Server strange = new Server("höst/v1/\"x\"", "a 'b' \\ #[c]\n= 3", "transcription");
        open().keep(strange, Set.of("response_format=verbose_json"));

        assertEquals(Set.of("response_format=verbose_json"), open().refused(strange));
    }

    @Test
    void whatWasLearnedIsBelievedForThirtyDays() {
        open().keep(VOICE, Set.of("instructions"));

        assertEquals(Set.of("instructions"), openAt(START.plus(Duration.ofDays(30))).refused(VOICE));
        Instant later = START.plus(Duration.ofDays(30)).plusSeconds(1);
        assertEquals(Set.of(), openAt(later).refused(VOICE));
        assertEquals(Set.of(), openAt(START.minus(Duration.ofDays(31))).refused(VOICE), "the clock was set back");
    }

    @Test
    void whatIsTriedAnewIsForgottenFirst() {
        LearnedServers servers = open();
        Server chat = new Server("localhost:8000/v1", "small", "chat");
        servers.keep(VOICE, Set.of("instructions"));
        servers.keep(chat, Set.of("temperature"));

        servers.forget(VOICE);

        assertEquals(Set.of(), open().refused(VOICE));
        assertEquals(Set.of("temperature"), open().refused(chat));
    }

    @Test
    void theOldestOfMoreThanFiftyGoes() {
        LearnedServers servers = open();
        for (int i = 0; i < 50; i++) {
            servers.keep(new Server("host-" + i, "m", "chat"), Set.of("temperature"));
        }
        servers.keep(new Server("host-0", "m", "chat"), Set.of("temperature", "stream_options")); // now the newest
        servers.keep(new Server("host-50", "m", "chat"), Set.of("temperature"));

        LearnedServers again = open();

        assertEquals(Set.of(), again.refused(new Server("host-1", "m", "chat")));
        assertEquals(Set.of("temperature"), again.refused(new Server("host-2", "m", "chat")));
        assertEquals(Set.of("temperature", "stream_options"), again.refused(new Server("host-0", "m", "chat")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"servers = 3", "servers = [{address = 'a'}]", "servers = [", """
            [[servers]]
            address = 'a'
            model = 'm'
            service = 'chat'
            refused = ['x']
            learned_at = 'yesterday'
            """})
    void aBrokenFileIsSetAsideAndSaysSo(String content) throws IOException {
        Files.writeString(file(), content);

        LearnedServers servers = open();

        assertEquals(Optional.of("The file with what was learned of your servers has an error, so it is learned anew: "
                + "the file was kept as servers.toml.broken-1."), servers.problem());
        assertEquals(content, Files.readString(folder.resolve("servers.toml.broken-1")));
        servers.keep(VOICE, Set.of("instructions"));
        assertEquals(Set.of("instructions"), open().refused(VOICE));
    }

    @Test
    void aFileThatIsNoTextIsSetAside() throws IOException {
        Files.write(file(), new byte[]{(byte) 0xff, (byte) 0xfe, 0});

        assertTrue(open().problem().orElseThrow().contains("servers.toml.broken-1"));
    }

    @Test
    void anEmptyFileHoldsNothing() throws IOException {
        Files.write(file(), "\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(Optional.empty(), open().problem());
    }

    @Test
    void theDiskIsLeftToTheBackground() {
        Deque<Runnable> later = new ArrayDeque<>();
        LearnedServers servers = new LearnedServers(file(), Clock.fixed(START, ZoneOffset.UTC), later::add);

        servers.keep(VOICE, Set.of("instructions"));
        servers.keep(VOICE, Set.of("instructions", "response_format"));

        assertEquals(Set.of("instructions", "response_format"), servers.refused(VOICE));
        assertFalse(Files.exists(file()));
        later.removeLast().run(); // whichever runs, it writes what holds by now
        assertEquals(Set.of("instructions", "response_format"), open().refused(VOICE));
    }
}
