package org.vivavoce.offline;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.QuestionCatalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Timeout(60)
class BuiltInVoiceTest {

    private final LanguageCatalog languages = LanguageCatalog.builtIn();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void everyLanguageIsSpokenWithEspeak() throws Exception {
        BuiltInVoice espeak = espeak();
        try (BuiltInPartner partner = partner(espeak); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            for (Language language : languages.languages()) {
                HttpResponse<byte[]> response = client.speech("builtin-language-" + language.code(),
                        language.testSentence());
                assertEquals(200, response.statusCode(), language.name());
                assertEquals("audio/mpeg", response.headers().firstValue("Content-Type").orElse(""));
                TestSound.Decoded sound = TestSound.decode(response.body());
                assertEquals(22_050, sound.sampleRate(), language.name());
                assertTrue(sound.seconds() > 3 && sound.seconds() < 15,
                        language.name() + ": " + sound.seconds() + " s");
                assertEquals(-20, sound.voicedDbfs(), 3, language.name());
            }
        }
    }

    @Test
    void theModesSoundDifferent() throws Exception {
        BuiltInVoice espeak = espeak();
        try (BuiltInPartner partner = partner(espeak); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            Set<Integer> sounds = new HashSet<>();
            for (String mode : List.of("interview", "language", "chat", "sales")) {
                sounds.add(Arrays.hashCode(client.speech("builtin-" + mode + "-en", "Hello, how are you?").body()));
            }
            assertEquals(4, sounds.size());
        }
    }

    @Test
    void severalSpeakAtOnce() throws Exception {
        BuiltInVoice espeak = espeak();
        try (BuiltInPartner partner = partner(espeak); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            byte[] alone = client.speech("builtin-chat-en", "Several voices at once.").body();
            List<Future<byte[]>> bodies = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                bodies.add(executor.submit(() -> client.speech("builtin-chat-en", "Several voices at once.").body()));
            }
            for (Future<byte[]> body : bodies) {
                assertArrayEquals(alone, body.get());
            }
        }
    }

    @Test
    void textThatLooksLikeACommandIsOnlySpoken() throws Exception {
        BuiltInVoice espeak = espeak();
        try (BuiltInPartner partner = partner(espeak); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            Path target = folder.resolve("created");
            String text = "-w " + target + " --help; touch " + target + " $(touch " + target
                    + ") [[hello]] <mark name='x'/> \u0000 end";
            assertEquals(200, client.speech("builtin-chat-en", text).statusCode());
            assertFalse(Files.exists(target));
        }
    }

    @Test
    void englishIsSpokenWithoutAnyVoiceOfTheSystem() throws Exception {
        VoicesOfThisComputer voices = VoicesOfThisComputer.find("Linux", Map.of("PATH", folder.toString()));
        assertTrue(voices.describe().startsWith("FreeTTS"));
        try (BuiltInPartner partner = partner(voices); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            HttpResponse<byte[]> response = client.speech("builtin-interview-es",
                    "Thanks. How would you design a cache?");
            assertEquals(200, response.statusCode());
            TestSound.Decoded sound = TestSound.decode(response.body());
            assertEquals(16_000, sound.sampleRate());
            assertTrue(sound.seconds() > 1.5 && sound.seconds() < 8, sound.seconds() + " s");
            assertEquals(503, client.speech("builtin-language-ja", "こんにちは").statusCode());
        }
    }

    @Test
    void aClientThatGoesAwayEndsTheProgramThatSpeaks() throws Exception {
        Path pid = folder.resolve("pid");
        EspeakVoice endless = new EspeakVoice(
                script("echo $$ > '" + pid + "'\nprintf '" + WAV_HEADER + "'\nexec cat /dev/urandom\n"));
        try (BuiltInPartner partner = partner(endless); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            String body = "{\"model\":\"builtin-chat-en\",\"input\":\"Hello\"}";
            HttpResponse<InputStream> response = client.send("POST", "/audio/speech", "application/json",
                    body.getBytes(StandardCharsets.UTF_8), BodyHandlers.ofInputStream());
            response.body().readNBytes(2000);
            ProcessHandle program = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
            response.body().close();
            program.onExit().get(30, TimeUnit.SECONDS);
            assertFalse(program.isAlive());
        }
    }

    @Test
    void aProgramThatHangsIsEnded() throws Exception {
        EspeakVoice hanging = new EspeakVoice(script("exec sleep 1000\n"), Duration.ofMillis(200));
        VoiceException failure = assertThrows(VoiceException.class, () -> hanging.speak(hello(), new NoSink()));
        assertTrue(failure.sentence().contains("took longer"), failure.sentence());
    }

    @Test
    void aProgramThatFailsIsAnErrorOfTheService() throws Exception {
        EspeakVoice failing = new EspeakVoice(script("exit 4\n"));
        try (BuiltInPartner partner = partner(failing); PartnerClient client = new PartnerClient(partner.baseUrl())) {
            HttpResponse<byte[]> response = client.speech("builtin-chat-en", "Hello");
            assertEquals(503, response.statusCode());
            assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains("gave no sound"));
        }
        EspeakVoice missing = new EspeakVoice(folder.resolve("nothing"));
        assertThrows(VoiceException.class, () -> missing.speak(hello(), new NoSink()));
    }

    @Test
    void theVoicesOfMacOsAreReadFromItsList() {
        List<SayVoice.Listed> voices = SayVoice.listed("""
                Alex                en_US    # Most people recognize me by my voice.
                Bad News            en_US    # The light you see at the end of the tunnel is a train.
                Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
                Tingting            zh_CN    # 你好！
                Majed               ar_001   # مرحبًا
                Luciana             pt_BR    # Olá
                Joana               pt_PT    # Olá
                """);
        assertEquals(6, voices.size());
        SayVoice say = new SayVoice("/usr/bin/say", voices);
        assertTrue(say.speaks(languages.find("de").orElseThrow()));
        assertFalse(say.speaks(languages.find("ja").orElseThrow()));
        for (String mode : List.of("interview", "language", "chat")) {
            Language portuguese = languages.find("pt").orElseThrow();
            assertEquals("Luciana",
                    assertDoesNotThrow(() -> say.voiceFor(new VoiceRequest("Olá", portuguese, mode, 1))));
        }
    }

    @Test
    void aLearnersFriendSpeaksSlower() {
        Language english = languages.english();
        int interview = new VoiceRequest("Hello", english, "interview", 1).wordsPerMinute();
        int language = new VoiceRequest("Hello", english, "language", 1).wordsPerMinute();
        assertTrue(language < interview);
        assertEquals(80, new VoiceRequest("Hello", english, "language", 0.25).wordsPerMinute());
    }

    /** 22,050 samples a second, mono, 16 bits, of unknown length; octal for {@code printf}. */
    private static final String WAV_HEADER = "RIFF\\377\\377\\377\\377WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000\\042\\126\\000\\000"
            + "\\104\\254\\000\\000\\002\\000\\020\\000data\\377\\377\\377\\377";

    private VoiceRequest hello() {
        return new VoiceRequest("Hello", languages.english(), "chat", 1);
    }

    private BuiltInVoice espeak() {
        var espeak = EspeakVoice.find(System.getenv().getOrDefault("PATH", ""));
        assumeTrue(espeak.isPresent(), "espeak-ng is not installed");
        return espeak.orElseThrow();
    }

    private BuiltInPartner partner(BuiltInVoice voice) throws IOException {
        return BuiltInPartner.start(0, executor, languages, QuestionCatalog.builtIn(languages), voice);
    }

    private Path script(String body) throws IOException {
        assumeTrue(File.separatorChar == '/', "shell scripts need a Unix");
        Path script = folder.resolve("voice");
        Files.writeString(script, "#!/bin/sh\ncat > /dev/null\n" + body);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    /** Takes samples and forgets them. */
    private static final class NoSink implements PcmSink {
        @Override
        public void begin(int sampleRate) {}

        @Override
        public void samples(short[] samples, int count) {}
    }
}
