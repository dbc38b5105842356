package org.vivavoce.openai;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechToText;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TextToSpeech;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.openai.realtime.RealtimeSpeechToText;
import org.vivavoce.openai.realtime.RealtimeTextToSpeech;

/**
 * The three services of one conversation, each at its own address, over one pool of connections. Thread-safe. Made quickly: what is
 * slow happens at the first call, or before it in {@link #warm()}.
 */
public final class OpenAiServices implements AutoCloseable {

    private final List<ServiceEndpoint> endpoints;
    private final HttpTransport transport;
    private final Executor background;
    private final Services services;
    private final Optional<RealtimeSpeechToText> liveRecogniser;
    private final Optional<RealtimeTextToSpeech> liveVoice;
    private final Map<Stage, Supplier<Set<String>>> leftOut;
    private final Set<String> beingWarmed = ConcurrentHashMap.newKeySet();

    /** @param background runs warming and name look-ups, which block; must not run them on the calling thread */
    public OpenAiServices(ServiceEndpoint speechToText, ServiceEndpoint chat, ServiceEndpoint speech,
            Executor background) {
        this(List.of(speechToText, chat, speech), background, VoiceListener.NONE, ServerMemory.NONE);
    }

    /**
     * The same, with ears for the voice and a memory of the servers.
     *
     * @param endpoints recogniser, chat model and voice, in this order
     * @param listener  is told where the voice does otherwise than it was asked, by services that tell
     * @param memory    what the servers refuse
     */
    public OpenAiServices(List<ServiceEndpoint> endpoints, Executor background, VoiceListener listener,
            ServerMemory memory) {
        this(endpoints, background, new HttpTransport(background), listener, memory);
    }

    /**
     * Services that may take their time: a server of one's own may load a model for minutes when it is first asked.
     *
     * @param loading how long silence is borne before an answer flows; within it no longer than any service's
     */
    public static OpenAiServices patient(List<ServiceEndpoint> endpoints, Executor background, Duration loading,
            VoiceListener listener, ServerMemory memory) {
        return new OpenAiServices(endpoints, background, new HttpTransport(background, loading), listener, memory);
    }

    OpenAiServices(List<ServiceEndpoint> endpoints, Executor background, HttpTransport transport,
            VoiceListener listener, ServerMemory memory) {
        this.endpoints = endpoints;
        this.background = background;
        this.transport = transport;
        this.liveRecogniser = Optional.of(endpoints.get(0)).filter(ServiceEndpoint::listensLive)
                .map(endpoint -> RealtimeSpeech.recogniser(endpoint, transport));
        this.liveVoice = Optional.of(endpoints.get(2)).filter(ServiceEndpoint::speaksLive)
                .map(endpoint -> RealtimeSpeech.voice(endpoint, transport, listener));
        OpenAiSpeechToText recogniser = new OpenAiSpeechToText(endpoints.get(0), transport, memory);
        OpenAiLanguageModel chat = new OpenAiLanguageModel(endpoints.get(1), transport, memory);
        OpenAiTextToSpeech voice = new OpenAiTextToSpeech(endpoints.get(2), transport, memory);
        SpeechToText hears = liveRecogniser.isPresent() ? liveRecogniser.get() : recogniser;
        TextToSpeech speaks = liveVoice.isPresent() ? liveVoice.get() : voice;
        this.services = new Services(hears, chat, inItsVoice(speaks, endpoints.get(2)), this::warmConnections,
                this::close, liveRecogniser.map(RealtimeSpeechToText::dictation).orElse(Dictation.NONE));
        this.leftOut = Map.of(Stage.TRANSCRIPTION, recogniser::leftOut, Stage.CHAT, chat::leftOut, Stage.SPEECH,
                voice::leftOut);
    }

    private static TextToSpeech inItsVoice(TextToSpeech service, ServiceEndpoint endpoint) {
        return endpoint.voice().isEmpty()
                ? service
                : (request, cancellation) -> service.speak(request.spokenBy(endpoint.voice()), cancellation);
    }

    /** The optional fields of a request that a service is known to refuse by now; {@code field=value} for one value of a field. */
    public Set<String> leftOut(Stage stage) {
        return leftOut.getOrDefault(stage, Set::of).get();
    }

    /** The same with another limit for silence in an answer: some servers load a model for minutes at the first call. */
    public static OpenAiServices withStallLimit(List<ServiceEndpoint> endpoints, Executor background, Duration connect,
            Duration stall) {
        return new OpenAiServices(endpoints, background,
                new HttpTransport(background, new HttpTransport.Timeouts(connect, stall, stall)), VoiceListener.NONE,
                ServerMemory.NONE);
    }

    /** The services; closing them closes this. */
    public Services services() {
        return services;
    }

    /** Loads in the background what the first calls need; see {@link WarmUp}. Returns at once. */
    public void warm() {
        inBackground(new WarmUp());
    }

    /**
     * Opens the connections in the background, or keeps them alive; meant for the moment when the user starts to speak, since a first
     * TLS connection costs two to three round trips. Returns at once; failures show at the next real call.
     */
    public void warmConnections() {
        liveVoice.ifPresent(RealtimeTextToSpeech::warm); // a live recogniser is connected to by what is being said
        asked().filter(endpoint -> !endpoint.needsLeave()).flatMap(endpoint -> endpoint.url().stream()).distinct()
                .filter(beingWarmed::add)
                .forEach(url -> inBackground(() -> {
                    try {
                        transport.touch(url);
                    } finally {
                        beingWarmed.remove(url);
                    }
                }));
    }

    /** The endpoints that get a request each time. */
    private Stream<ServiceEndpoint> asked() {
        Stream<ServiceEndpoint> recogniser = liveRecogniser.isPresent() ? Stream.of() : Stream.of(endpoints.get(0));
        Stream<ServiceEndpoint> voice = liveVoice.isPresent() ? Stream.of() : Stream.of(endpoints.get(2));
        return Stream.concat(Stream.concat(recogniser, Stream.of(endpoints.get(1))), voice);
    }

    /** Breaks off what is under way (it ends as cancelled) and closes all connections. Later calls do nothing. */
    @Override
    public void close() {
        liveRecogniser.ifPresent(RealtimeSpeechToText::close);
        liveVoice.ifPresent(RealtimeTextToSpeech::close);
        transport.close();
    }

    private void inBackground(Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException e) {
            beingWarmed.clear(); // everything is being closed; warming is only a courtesy
        }
    }
}
