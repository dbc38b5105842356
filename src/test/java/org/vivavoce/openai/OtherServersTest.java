package org.vivavoce.openai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.Transcript;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.openai.testing.Manners;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.openai.testing.ServerManner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every manner in which other servers of the same API differ, and that it is taken. Writes what it saw to
 * {@code target/other-servers.md}.
 */
@Execution(ExecutionMode.SAME_THREAD)
class OtherServersTest {

    private static final Path FOLDER = Path.of("target");
    private static final Path TABLE = FOLDER.resolve("other-servers.md");
    private static final List<String> ROWS = Collections.synchronizedList(new ArrayList<>());

    private OtherServer server;

    @BeforeEach
    void start() throws IOException {
        server = new OtherServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ServerManner.class)
    void everyMannerOfOtherServersIsTaken(ServerManner manner) throws Exception {
        server.manners().play(manner);
        String taken = switch (manner) {
            case ONLY_WAV_ELSE_400, ONLY_WAV_ELSE_415, ONLY_WAV_ELSE_500 -> onlyWav();
            case NO_VERBOSE_JSON, PLAIN_FOR_VERBOSE_JSON, OTHER_NAMES_IN_DETAILS -> details(manner);
            case ENGLISH_WITHOUT_LANGUAGE, JSON_AS_TEXT -> understood();
            case SPEECH_FIELDS_REFUSED_IN_A_LIST, SPEECH_FIELDS_REFUSED_IN_TEXT, SPEECH_FIELDS_REFUSED_IN_ERROR ->
                fewerFields();
            case UNKNOWN_VOICE_400, UNKNOWN_VOICE_404, UNKNOWN_VOICE_422, UNKNOWN_VOICE_IN_DATA ->
                unknownVoice(List.of("af_bella", "am_adam"), " (it has: af_bella, am_adam)");
            case UNKNOWN_VOICE_WITHOUT_LIST -> unknownVoice(List.of(), "");
            case SPEECH_AS_BYTES, WAV_OF_SIZE_ZERO, WAV_OF_SIZE_UNKNOWN -> spoken();
            case UNKNOWN_PATHS_AS_200, UNKNOWN_PATHS_AS_404 -> notOffered();
            case ERROR_IN_OBJECT, ERROR_IN_TEXT_MEMBER, ERROR_IN_DETAIL, ERROR_IN_PLAIN_TEXT -> refused();
            case LOADS_A_MODEL_FIRST -> loadsAModel();
            case ONE_AT_A_TIME -> oneAtATime();
            case THINKS_WITHOUT_END -> onlyThoughts();
            case MARKDOWN_AND_EMOJI -> plainWords();
            case NO_USAGE -> replied(-1);
            case TOOLS_REFUSED -> withoutTools();
            case TOOL_CALLS_AS_TEXT, TOOL_CALLS_WITHOUT_IDS, TOOL_ARGUMENTS_AS_OBJECT, TOOL_CALLS_FINISH_WITH_STOP ->
                calledTwice();
            case THINKS_IN_TAGS, REASONING_CONTENT, REASONING, NO_DONE, COMMENTS, CARRIAGE_RETURNS,
                    NO_SPACE_AFTER_DATA, FINISHES_WITH_EOS, DONE_WITHOUT_FINISH, EMPTY_FINISH_REASONS, CONTENT_NULL ->
                replied(12);
        };
        ROWS.add("| " + manner.does() + " | " + manner.seenAt() + " | " + taken + " |");
    }

    @ParameterizedTest
    @CsvSource({"/v1, key", "/v1/, key", "'', key", "/, key", "/v1, ''"})
    void anAddressInAnyFormWillDoAndAnEmptyKeyToo(String path, String key) throws Exception {
        try (OtherServer.Client client = server.client("http://127.0.0.1:" + server.port() + path, key)) {
            client.call(Stage.TRANSCRIPTION);
            client.call(Stage.CHAT);
            client.call(Stage.SPEECH);
        }

        assertEquals(List.of("/v1/audio/transcriptions", "/v1/chat/completions", "/v1/audio/speech"),
                server.log().all().stream().map(request -> request.http().path()).toList());
        ROWS.add("| has the address http://HOST" + path + (key.isEmpty() ? " and takes no key" : "")
                + " | any | the same requests |");
    }

    private String onlyWav() throws ServiceException {
        assertEquals(OtherServer.SAID, server.transcribes(server.utterance()).text());
        EncodedAudio other = new EncodedAudio(new byte[]{'O', 'g', 'g', 'S', 0}, EncodedAudio.Format.OGG_OPUS,
                Duration.ofMillis(10));
        assertThrows(ServiceException.class, () -> server.transcribes(other), "the server does refuse others");
        return "utterances are uploaded as WAV of 16 kHz, one channel";
    }

    private String details(ServerManner manner) throws ServiceException {
        for (int time = 0; time < 2; time++) {
            assertEquals(new Transcript(OtherServer.SAID), server.transcribesInDetail());
        }
        int requests = server.log().of(Stage.TRANSCRIPTION).size();
        assertEquals(manner == ServerManner.NO_VERBOSE_JSON ? 3 : 2, requests);
        assertEquals(OtherServer.SAID, server.transcribes(server.utterance()).text());
        assertEquals("json", server.log().of(Stage.TRANSCRIPTION).getLast().field("response_format"));
        return "asked of OpenAI only; where it is asked the text is taken"
                + (requests == 3 ? ", and json from then on" : " and the probability is unknown");
    }

    private String understood() throws ServiceException {
        assertEquals(OtherServer.SAID, server.transcribes(server.utterance()).text());
        assertEquals("es", server.log().of(Stage.TRANSCRIPTION).getLast().field("language"));
        return "understood; the language is sent";
    }

    private String fewerFields() throws Exception {
        for (int time = 0; time < 2; time++) {
            server.speaks();
        }
        List<SeenRequest> requests = server.log().of(Stage.SPEECH);
        assertEquals(4, requests.size(), "each field is refused once");
        assertFalse(requests.getLast().has("instructions") || requests.getLast().has("response_format"));
        return "fields that are named are left out and stay out: 2 requests more at the first sentence";
    }

    private String unknownVoice(List<String> known, String named) {
        ServiceException.UnknownVoice failure = assertThrows(ServiceException.UnknownVoice.class, server::speaks);

        assertEquals(known, failure.known());
        assertEquals("The service has no voice \"coral\"" + named + ": choose one in the settings.",
                failure.sentence());
        assertFalse(failure.retryHelps());
        return failure.sentence();
    }

    private String spoken() throws Exception {
        Duration sound = server.speaks();
        Duration whole = server.spoken();

        assertTrue(sound.minus(whole).abs().compareTo(Duration.ofMillis(150)) < 0, () -> sound + " of " + whole);
        return "heard whole";
    }

    private String notOffered() {
        for (Stage stage : Stage.values()) {
            ServiceException failure = assertThrows(ServiceException.NotOffered.class, () -> server.call(stage));
            assertEquals("There is no service for " + stage.spokenName()
                    + " at 127.0.0.1: check the address in the settings.", failure.sentence());
            assertEquals(1, server.log().of(stage).size(), "not sent again");
        }
        return "There is no service for … at HOST: check the address in the settings.";
    }

    private String refused() {
        for (Stage stage : Stage.values()) {
            ServiceException failure = assertThrows(ServiceException.Rejected.class, () -> server.call(stage));
            assertTrue(failure.sentence().contains("(error 400, " + Manners.REASON + ")"), failure.sentence());
        }
        return "the reason is shown";
    }

    private String loadsAModel() throws Exception {
        Duration loading = Duration.ofMillis(600);
        server.manners().loadsFor(loading);
        try (OtherServer.Client impatient = server.client(Duration.ofMillis(150))) {
            assertThrows(ServiceException.TimedOut.class, () -> impatient.call(Stage.CHAT));
        }
        for (Stage stage : new Stage[]{Stage.TRANSCRIPTION, Stage.SPEECH}) {
            server.call(stage);
            SeenRequest.Times first = server.log().await(stage, 1, SeenRequest::hasEnded).times();
            assertTrue(first.firstByte() - first.arrived() >= loading.toNanos(), "it did load");
            server.call(stage);
        }
        return "waited for up to the limit for silence";
    }

    private String oneAtATime() throws Exception {
        server.slow(Duration.ofMillis(40));
        List<Future<Duration>> sentences = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sentences.add(server.threads().submit(server::speaks));
        }
        for (Future<Duration> sentence : sentences) {
            assertTrue(sentence.get().isPositive());
        }
        List<Long> begun = server.log().of(Stage.SPEECH).stream().map(one -> one.times().firstByte()).sorted()
                .toList();
        assertEquals(3, begun.size());
        assertTrue(begun.stream().distinct().count() == 3, "one after the other");
        return "sentences wait their turn";
    }

    private String onlyThoughts() {
        List<String> pieces = new ArrayList<>();
        ServiceException failure = assertThrows(ServiceException.BadReply.class, () -> server.replies(pieces::add));

        assertEquals(List.of(), pieces, "thoughts are not spoken");
        assertTrue(failure.sentence().contains("it was nothing but thoughts"), failure.sentence());
        return failure.sentence();
    }

    private String plainWords() throws ServiceException {
        assertEquals("That is quite right What else do you build?", String.join(" ", server.sentences()));
        return "left out of what is spoken";
    }

    private String withoutTools() throws ServiceException {
        for (int time = 0; time < 2; time++) {
            assertEquals(OtherServer.REPLY, server.repliesWithTools(piece -> {
            }).text());
        }
        assertEquals(List.of(true, false, false),
                server.log().of(Stage.CHAT).stream().map(request -> request.has("tools")).toList());
        return "the partner only talks, from then on without asking";
    }

    private String calledTwice() throws ServiceException {
        server.calls(new ToolCall("call_1", "note", "{\"text\":\"buy a bridge\"}"),
                new ToolCall("call_2", "note", "{\"text\":\"sell it\"}"));
        List<String> pieces = new ArrayList<>();
        Completion reply = server.repliesWithTools(pieces::add);

        assertEquals(OtherServer.REPLY, String.join("", pieces));
        assertEquals(List.of("call_1", "call_2"), reply.calls().stream().map(ToolCall::id).toList());
        assertEquals(List.of("note", "note"), reply.calls().stream().map(ToolCall::name).toList());
        assertEquals(List.of("{\"text\":\"buy a bridge\"}", "{\"text\":\"sell it\"}"),
                reply.calls().stream().map(ToolCall::arguments).toList());
        assertFalse(server.log().of(Stage.CHAT).getLast().has("tool_choice"), "which not every server takes");
        return "called all the same, and nothing of it is spoken";
    }

    private String replied(int tokens) throws ServiceException {
        List<String> pieces = new ArrayList<>();
        Completion reply = server.replies(pieces::add);

        assertEquals(OtherServer.REPLY, reply.text());
        assertEquals(OtherServer.REPLY, String.join("", pieces));
        assertFalse(reply.cutAtLimit());
        assertEquals(tokens, reply.outputTokens());
        return tokens < 0 ? "the reply alone; what it used is unknown" : "the reply alone";
    }

    @AfterAll
    static void write() {
        List<String> lines = new ArrayList<>(
                List.of("| such a server | known of | what the program does |", "|---|---|---|"));
        lines.addAll(ROWS);
        try {
            Files.createDirectories(FOLDER);
            Files.write(TABLE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
