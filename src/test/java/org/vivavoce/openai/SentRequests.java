package org.vivavoce.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;
import org.vivavoce.ai.ToolRound;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.RealtimeFault;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Message;

/** Has every kind of request sent that the program sends, with all fields it ever fills, and collects what arrives. Used by one test. */
final class SentRequests {

    private static final String KEY = "sk-planted-key-0123456789";

    private final List<Sent> sent = new ArrayList<>();
    private final List<SeenRequest> lists = new ArrayList<>();

    /**
     * A request as an object.
     *
     * @param schema which kind it is
     * @param about  which model it is meant for
     * @param body   a form's fields as members, a file as the text {@code file}
     */
    record Sent(String schema, String about, JsonNode body) {
        @Override
        public String toString() {
            return schema + " " + about;
        }
    }

    private SentRequests() {}

    /** All of them. */
    static SentRequests collect() throws Exception {
        SentRequests requests = new SentRequests();
        try (LocalOpenAi server = new LocalOpenAi();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.ask(server, threads, "whisper-1", "gpt-4o-mini", "gpt-4o-mini-tts");
            requests.ask(server, threads, "gpt-transcribe", "gpt-6-luna", "gpt-realtime-2.1-mini");
            requests.askInDetail(server, threads);
            call(server, threads);
            new ModelList(endpoint(server, "whisper-1"), threads).ends(new Cancellation());
            server.log().all().forEach(requests::add);
            for (String type : List.of("session.update", "response.create", "response.cancel")) {
                server.realtime().log().awaitSent(type, 1);
                server.realtime().log().sent(type).forEach(entry -> requests.sent
                        .add(new Sent(type, "gpt-realtime-2.1-mini", entry.event())));
            }
        }
        requests.dictate();
        return requests;
    }

    /** Those that have a body. */
    List<Sent> sent() {
        return sent;
    }

    /** Those for lists, which have none. */
    List<SeenRequest> lists() {
        return lists;
    }

    private void ask(LocalOpenAi server, ExecutorService threads, String recogniser, String chat, String voice)
            throws Exception {
        List<ServiceEndpoint> endpoints = List.of(recogniser, chat, voice).stream()
                .map(model -> endpoint(server, model)).toList();
        Duration limit = Duration.ofSeconds(15);
        try (OpenAiServices made = OpenAiServices.withStallLimit(endpoints, threads, limit, limit)) {
            made.services().speechToText().transcribe(utterance(), new Cancellation());
            made.services().languageModel().reply(conversation(), piece -> {
            }, new Cancellation());
            speak(made, "Good morning, and welcome.");
            boolean live = endpoints.getLast().speaksLive();
            if (live) {
                server.realtime().script().fail(RealtimeFault.Kind.STALL_IN_SOUND);
            }
            Cancellation cancellation = new Cancellation();
            try (SpeechStream stream = made.services().textToSpeech()
                    .speak(new SpeechRequest("What do you build?", "coral", ""), cancellation)) {
                stream.read(new byte[100]);
                cancellation.cancel();
            }
            if (live) {
                server.realtime().log().awaitSent("response.cancel", 1);
            }
        }
    }

    private static void speak(OpenAiServices made, String text) throws Exception {
        try (SpeechStream stream = made.services().textToSpeech()
                .speak(new SpeechRequest(text, "coral", "Warm office talk."), new Cancellation())) {
            for (int read = 0; read >= 0;) {
                read = stream.read(new byte[2048]);
            }
        }
    }

    /** A reply in which tools are called, and its second request. */
    private static void call(LocalOpenAi server, ExecutorService threads) throws Exception {
        Duration limit = Duration.ofSeconds(15);
        List<ServiceEndpoint> endpoints = List.of("whisper-1", "gpt-4o-mini", "gpt-4o-mini-tts").stream()
                .map(model -> endpoint(server, model)).toList();
        List<ToolOffer> tools = List.of(new ToolOffer("note", "Notes something.",
                List.of(new ToolParameter("text", ToolParameter.Kind.TEXT, "What.", true),
                        new ToolParameter("tags", ToolParameter.Kind.TEXTS, "Its tags.", false),
                        new ToolParameter("days", ToolParameter.Kind.NUMBER, "For how long.", false))));
        List<ToolRound> rounds = List.of(new ToolRound("Let me see.",
                List.of(new ToolCall("call_1", "note", "{\"text\": \"a bridge\"}"), new ToolCall("call_2", "", "{oh")),
                List.of("noted", "There is no such tool.")));
        try (OpenAiServices made = OpenAiServices.withStallLimit(endpoints, threads, limit, limit)) {
            made.services().languageModel().reply(conversation().offering(tools).after(rounds), piece -> {
            }, new Cancellation());
        }
    }

    /** One piece that is dictated, and one that is dropped. */
    private void dictate() throws Exception {
        try (LiveFixture live = new LiveFixture()) {
            short[] piece = LiveFixture.speech(800, 1);
            live.dictates(piece);
            live.transcribe(piece);
            live.says(piece, 500);
            live.dictation().drop();
            for (String type : List.of("session.update", "input_audio_buffer.append", "input_audio_buffer.commit",
                    "input_audio_buffer.clear")) {
                live.log().awaitSent(type, 1);
                live.log().sent(type).forEach(entry -> {
                    ObjectNode event = entry.event().deepCopy();
                    if (type.endsWith(".append")) {
                        event.put("audio", "AAAA"); // the log keeps sound by itself
                    }
                    sent.add(new Sent(type.equals("session.update") ? type + ".transcription" : type,
                            LiveFixture.MODEL, event));
                });
            }
        }
    }

    private void askInDetail(LocalOpenAi server, ExecutorService threads) throws Exception {
        try (HttpTransport transport = new HttpTransport(threads)) {
            new OpenAiSpeechToText(endpoint(server, "whisper-1"), transport, ServerMemory.NONE, true).transcribe(
                    utterance(),
                    new Cancellation());
        }
    }

    private static TranscriptionRequest utterance() {
        return new TranscriptionRequest(new WavEncoder().encode(new short[8000]), Optional.of("es"),
                "What do you build?", List.of("Kubernetes", "idempotent"));
    }

    private static ChatRequest conversation() {
        return new ChatRequest("You are Alex.", List.of(Message.partner("Tell me about yourself."),
                Message.interruptingUser("I build bridges"), Message.direction("Ask gently.")), 0.9, 300);
    }

    private static ServiceEndpoint endpoint(LocalOpenAi server, String model) {
        return new ServiceEndpoint(server.baseUrl(), KEY, model, ModelCatalog.builtIn().abilitiesOf(model));
    }

    private void add(SeenRequest request) {
        Optional<Stage> stage = request.stage();
        if (stage.isEmpty()) {
            lists.add(request);
        } else if (stage.get() == Stage.TRANSCRIPTION) {
            sent.add(new Sent("transcription", request.field("model"), form(request)));
        } else {
            sent.add(new Sent(stage.get() == Stage.CHAT ? "chat" : "speech", request.field("model"),
                    request.content().json()));
        }
    }

    /** Fields whose names end in brackets are lists; of one name there may be several. */
    private static ObjectNode form(SeenRequest request) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        request.content().fields().forEach((name, value) -> {
            if (name.endsWith("[]")) {
                value.lines().forEach(form.putArray(name.substring(0, name.length() - 2))::add);
            } else {
                form.put(name, value);
            }
        });
        return request.content().audio().length == 0 ? form : form.put("file", "file");
    }
}
