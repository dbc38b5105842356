package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vivavoce.ai.Stage;

/**
 * A server on this computer that speaks the OpenAI HTTP API: transcriptions, chat completions (streamed or not), speech, models. What
 * it answers is in its {@link Script}, what it was asked in its {@link RequestLog}. At {@code /v1/realtime} it speaks over a socket, see
 * {@link LocalRealtime}. Thread-safe.
 */
public final class LocalOpenAi implements AutoCloseable {

    private static final Set<String> MODELS = Set.of("whisper-1", "gpt-transcribe", "gpt-4o-mini", "gpt-6-luna",
            "gpt-4o-mini-tts");

    private final Script script = new Script();
    private final RequestLog log = new RequestLog();
    private final AdminAnswer admin = new AdminAnswer(script, log);
    private final Voice voice = Voice.ofThisSystem();
    private final RenderedSpeech rendered = new RenderedSpeech(voice);
    private final Map<String, Stage> stages = Map.of("/audio/transcriptions", Stage.TRANSCRIPTION, "/chat/completions",
            Stage.CHAT,
            "/audio/speech", Stage.SPEECH);
    private final Map<Stage, StageAnswer> answers = Map.of(Stage.TRANSCRIPTION, new TranscriptionAnswer(script),
            Stage.CHAT,
            new ChatAnswer(script), Stage.SPEECH, new SpeechAnswer(script, rendered));
    private final LocalRealtime realtime = new LocalRealtime(script, rendered, log);
    private final HttpListener listener;

    /** Starts on any free port. */
    public LocalOpenAi() throws IOException {
        this(0);
    }

    /** Starts on a port; 0 for any. */
    public LocalOpenAi(int port) throws IOException {
        listener = new HttpListener(port, this::answer, realtime::answer);
    }

    public int port() {
        return listener.port();
    }

    /** The address to give to a client, ending in {@code /v1}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    public Script script() {
        return script;
    }

    public RequestLog log() {
        return log;
    }

    /** The voice and the recogniser over sockets: their script and their log. */
    public LocalRealtime realtime() {
        return realtime;
    }

    /** How many requests are neither answered nor cancelled. */
    public int openRequests() {
        return log.open();
    }

    /** How many clients are connected, idle ones too. */
    public int connections() {
        return listener.connections();
    }

    /** Closes every connection, as servers do with idle ones. */
    public void dropConnections() {
        listener.dropConnections();
    }

    /** Renders texts beforehand, so that their delays are exact from the first time. */
    public void prepare(String... texts) throws IOException, InterruptedException {
        for (String text : texts) {
            rendered.of(text, script.delays().speech().leadingSilence());
        }
    }

    /** How the server speaks a text: 16-bit mono samples at 24 kHz, leading silence included; not to be changed. */
    public short[] spoken(String text) throws IOException, InterruptedException {
        return rendered.of(text, script.delays().speech().leadingSilence()).samples();
    }

    /** When each word of a text begins in that; words are what stands between spaces. */
    public List<Duration> wordStarts(String text) {
        Duration silence = script.delays().speech().leadingSilence();
        return voice.wordStarts(text).stream().map(silence::plus).toList();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void answer(Exchange exchange) {
        try {
            String path = exchange.request().path().replaceFirst("^/v1(?=/)", "");
            Stage stage = stages.get(path);
            if (stage != null && exchange.request().method().equals("POST")) {
                answerStage(stage, exchange);
            } else {
                answerOther(path, exchange);
            }
        } catch (IOException e) {
            // the client has gone: the log knows
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerStage(Stage stage, Exchange exchange) throws IOException, InterruptedException {
        StageAnswer answer = answers.get(stage);
        if (answer == null) {
            throw new IllegalStateException("no answer for " + stage);
        }
        SeenRequest seen = log.arrived(Optional.of(stage), exchange.request(), answer.read(exchange.request()));
        exchange.watch(new LogEntry(log, seen.id()));
        Duration slowness = script.slowness();
        SeenRequest due = seen.later(slowness.plus(script.manners().loading(seen)));
        Optional<Fault> fault = script.faultFor(stage, seen).or(() -> ModelRules.refusal(stage, seen));
        Optional<WholeAnswer> refusal = fault.isPresent() ? Optional.empty() : script.manners().refusal(stage, seen);
        script.manners().takeTurn();
        try {
            if (refusal.isPresent()) {
                refusal.get().send(exchange);
            } else if (fault.isEmpty() || !PlainFaults.answer(exchange, fault.get(), answer.contentType())) {
                answer.answer(due, exchange, fault.map(Fault::kind).filter(kind -> kind != Fault.Kind.WRONG_TYPE));
            }
        } finally {
            script.manners().giveTurn();
        }
    }

    private void answerOther(String path, Exchange exchange) throws IOException {
        switch (exchange.request().method() + " " + path) {
            case "GET /log" -> admin.log(exchange);
            case "POST /script" -> admin.script(exchange);
            default -> {
                SeenRequest.Content nothing = new SeenRequest.Content(Map.of(), MissingNode.getInstance(), new byte[0],
                        "", "");
                exchange.watch(new LogEntry(log, log.arrived(Optional.empty(), exchange.request(), nothing).id()));
                other(path).send(exchange);
            }
        }
    }

    private WholeAnswer other(String path) {
        WholeAnswer nothing = WholeAnswer.json(404, Answers.error("There is nothing here.", "", ""));
        return switch (path) {
            case "/models" -> WholeAnswer.json(200, models());
            case "/audio/voices" -> script.voices().isEmpty()
                    ? VoiceManners.voices(script.manners()).orElse(nothing)
                    : WholeAnswer.json(200, script.voices());
            default -> nothing;
        };
    }

    private String models() {
        ObjectNode list = Answers.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        Set<String> names = script.models().isEmpty() ? MODELS : script.models();
        new TreeSet<>(names)
                .forEach(name -> data.addObject().put("id", name).put("object", "model").put("created", 1_700_000_000L)
                        .put("owned_by", "local").put("shutdown_date", script.shutdownDates().get(name)));
        return list.toString();
    }

    /** Writes an answer's progress into the log. */
    private record LogEntry(RequestLog log, int id) implements Exchange.Watcher {
        @Override
        public void firstByte() {
            log.firstByte(id);
        }

        @Override
        public void ended() {
            log.ended(id);
        }

        @Override
        public void cancelled() {
            log.cancelled(id);
        }
    }
}
