package org.vivavoce.openai.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.ToolCall;

/**
 * What the server answers: texts, delays, faults, and the manners of other servers. Thread-safe; may be changed while the server runs.
 * What is scripted for "the next" answer is taken when that answer begins, so that a cancelled request takes nothing.
 */
public final class Script {

    private static final double[] SURELY_SPEECH = {0.02};

    /** A reply that calls for tools. */
    record CallingReply(String text, List<ToolCall> calls) {}

    private record Planned(Predicate<SeenRequest> meant, Fault fault) {}

    private final Manners manners = new Manners();

    // everything else is guarded by this
    private final Deque<String> transcripts = new ArrayDeque<>();
    private final Deque<String> replies = new ArrayDeque<>();
    private final GivenAnswers given = new GivenAnswers();
    private final Deque<CallingReply> calls = new ArrayDeque<>();
    private final Map<Stage, List<Planned>> nextFaults = new EnumMap<>(Stage.class);
    private final Map<Stage, Map<Integer, Fault>> numberedFaults = new EnumMap<>(Stage.class);
    private final Map<Stage, Fault> standingFaults = new EnumMap<>(Stage.class);
    private final Map<Stage, Set<String>> refusedFields = new EnumMap<>(Stage.class);
    private Function<SeenRequest, Optional<Fault>> faultsBy = request -> Optional.empty();
    private Function<SeenRequest, String> defaultReply = DefaultReplies::of;
    private Function<SeenRequest, String> defaultTranscript = request -> "utterance " + request.nth();
    private String requiredKey = "";
    private Set<String> models = Set.of();
    private Map<String, String> shutdownDates = Map.of();
    private String voices = "";
    private Delays delays = Delays.NONE;
    private int slowEvery;
    private Duration slowBy = Duration.ZERO;
    private int sinceSlow;
    private double[] noSpeechProbabilities = SURELY_SPEECH;

    /** The next utterances are understood as these texts. */
    public synchronized void transcripts(String... texts) {
        transcripts.addAll(List.of(texts));
    }

    /** What utterances are understood as when no text is queued. Called for every utterance, for several at a time. */
    public synchronized void transcriptsBy(Function<SeenRequest, String> function) {
        defaultTranscript = function;
    }

    /** How likely nothing was said, a segment a value, for transcriptions that are asked for in detail. */
    public synchronized void noSpeechProbabilities(double... segments) {
        noSpeechProbabilities = segments.clone();
    }

    /** The next replies of the chat model. */
    public synchronized void replies(String... texts) {
        replies.addAll(List.of(texts));
    }

    /** The next reply, before those that are queued, says this and calls for these; several such replies queue up. */
    public synchronized void calls(String text, List<ToolCall> tools) {
        calls.add(new CallingReply(text, tools));
    }

    /** What the chat model answers when no reply is queued. */
    public synchronized void repliesBy(Function<SeenRequest, String> function) {
        defaultReply = function;
    }

    /**
     * From now on a request that repeats the one before gets the same answer, and takes nothing from what is queued: a busy computer finds
     * that an answer takes long, and asks again.
     */
    public synchronized void answerRepeatedRequestsAlike() {
        given.remember();
    }

    /** How the server does otherwise than OpenAI's. */
    public Manners manners() {
        return manners;
    }

    /** From now on the server is this slow. */
    public synchronized void delays(Delays now) {
        delays = now;
    }

    /**
     * From now on every n-th request, of whichever stage, is answered so much later.
     *
     * @param nth 0 for none
     */
    public synchronized void slowEvery(int nth, Duration by) {
        slowEvery = nth;
        slowBy = by;
        sinceSlow = 0;
    }

    /** The next request of this stage goes wrong; several queue up. */
    public synchronized void fail(Stage stage, Fault fault) {
        fail(stage, request -> true, fault);
    }

    /** The next request of this stage that is meant goes wrong; several queue up. */
    public synchronized void fail(Stage stage, Predicate<SeenRequest> meant, Fault fault) {
        nextFaults.computeIfAbsent(stage, s -> new ArrayList<>()).add(new Planned(meant, fault));
    }

    /** The n-th request of this stage, counted from 1 at the server's start, goes wrong. */
    public synchronized void fail(Stage stage, int nth, Fault fault) {
        numberedFaults.computeIfAbsent(stage, s -> new HashMap<>()).put(nth, fault);
    }

    /** Every request of this stage goes wrong until {@link #heal}. */
    public synchronized void failAlways(Stage stage, Fault fault) {
        standingFaults.put(stage, fault);
    }

    /** What goes wrong is decided for each request, where nothing else is scripted for it. */
    public synchronized void failBy(Function<SeenRequest, Optional<Fault>> function) {
        faultsBy = function;
    }

    /** Nothing goes wrong any more at this stage. */
    public synchronized void heal(Stage stage) {
        nextFaults.remove(stage);
        numberedFaults.remove(stage);
        standingFaults.remove(stage);
    }

    /** Requests of this stage that carry one of these fields are refused with a 400 that names it. */
    public synchronized void refuseFields(Stage stage, String... fields) {
        refusedFields.put(stage, Set.of(fields));
    }

    /** Requests without this key are refused with a 401 that repeats the key sent, as OpenAI does; empty takes any. */
    public synchronized void requireKey(String key) {
        requiredKey = key;
    }

    /** Other models than these are refused with a 404; none named takes any. */
    public synchronized void models(String... names) {
        models = Set.of(names);
    }

    /** What {@code GET /audio/voices} answers, as JSON; empty where there is no such list. */
    public synchronized void voices(String json) {
        voices = json;
    }

    /** When models end, by their names, as the list of models tells it; none named are announced to end. */
    public synchronized void shutdownDates(Map<String, String> dates) {
        shutdownDates = Map.copyOf(dates);
    }

    /** Forgets everything that was scripted, delays too. */
    public synchronized void clear() {
        manners.play();
        transcripts.clear();
        replies.clear();
        calls.clear();
        given.clear();
        nextFaults.clear();
        numberedFaults.clear();
        standingFaults.clear();
        faultsBy = request -> Optional.empty();
        refusedFields.clear();
        requiredKey = "";
        models = Set.of();
        shutdownDates = Map.of();
        voices = "";
        delays = Delays.NONE;
        slowEvery(0, Duration.ZERO);
        noSpeechProbabilities = SURELY_SPEECH;
    }

    synchronized double[] noSpeechProbabilities() {
        return noSpeechProbabilities.clone();
    }

    /** How much later than others the request that has just arrived is answered. */
    synchronized Duration slowness() {
        if (slowEvery == 0 || ++sinceSlow < slowEvery) {
            return Duration.ZERO;
        }
        sinceSlow = 0;
        return slowBy;
    }

    synchronized Delays delays() {
        return delays;
    }

    synchronized Map<String, String> shutdownDates() {
        return shutdownDates;
    }

    synchronized String voices() {
        return voices;
    }

    synchronized Set<String> models() {
        return models;
    }

    /** Understands an utterance for which no text is queued: may take its time, so it is done while the answer is not due yet. */
    String understood(SeenRequest request) {
        Function<SeenRequest, String> function;
        synchronized (this) {
            function = defaultTranscript;
        }
        return function.apply(request);
    }

    /** @param understood what the answer is when no text is queued */
    synchronized String nextTranscript(String understood) {
        String queued = transcripts.poll();
        return queued == null ? understood : queued;
    }

    /** @param wrong whether something goes wrong with the answer: whoever asks again then gets another */
    synchronized String nextTranscript(SeenRequest request, String understood, boolean wrong) {
        return given.next(Stage.TRANSCRIPTION, request, wrong, () -> nextTranscript(understood));
    }

    /** The same for the chat model. */
    synchronized String nextReply(SeenRequest request, boolean wrong) {
        return given.next(Stage.CHAT, request, wrong, () -> {
            String queued = replies.poll();
            return queued == null ? defaultReply.apply(request) : queued;
        });
    }

    synchronized Optional<CallingReply> nextCalls() {
        return Optional.ofNullable(calls.poll());
    }

    /** What goes wrong with this request, the server's refusals among it. */
    synchronized Optional<Fault> faultFor(Stage stage, SeenRequest request) {
        Fault numbered = numberedFaults.getOrDefault(stage, Map.of()).get(request.nth());
        if (numbered != null) {
            return Optional.of(numbered);
        }
        List<Planned> planned = nextFaults.getOrDefault(stage, List.of());
        Optional<Planned> next = planned.stream().filter(one -> one.meant().test(request)).findFirst();
        next.ifPresent(planned::remove);
        return next.map(Planned::fault).or(() -> Optional.ofNullable(standingFaults.get(stage)))
                .or(() -> faultsBy.apply(request))
                .or(() -> refusal(stage, request));
    }

    private Optional<Fault> refusal(Stage stage, SeenRequest request) {
        String sentKey = request.header("authorization").replaceFirst("(?i)^bearer ", "");
        if (!requiredKey.isEmpty() && !requiredKey.equals(sentKey)) {
            return Optional.of(Fault.error(401, "Incorrect API key provided: " + sentKey + ".", "invalid_api_key"));
        }
        if (!models.isEmpty() && !models.contains(request.field("model"))) {
            return Optional.of(
                    Fault.error(404, "The model `" + request.field("model") + "` does not exist.", "model_not_found"));
        }
        return refusedFields.getOrDefault(stage, Set.of()).stream().filter(request.content().fields()::containsKey)
                .sorted().findFirst()
                .map(field -> Fault.status(400,
                        Answers.error("Unsupported parameter: '" + field + "'.", "unsupported_parameter", field),
                        Map.of()));
    }
}
