package org.vivavoce.openai.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.vivavoce.ai.Stage;

/** Which manners of other servers the local one has. Thread-safe; may be changed while the server runs. */
public final class Manners {

    /** Why a request is refused, whichever form the refusal has. */
    public static final String REASON = "the sampler is out of order";

    private static final List<String> VOICES = List.of("af_bella", "am_adam");

    private final Semaphore turn = new Semaphore(1);

    // everything is guarded by this
    private final Set<ServerManner> played = EnumSet.noneOf(ServerManner.class);
    private Duration loading = Duration.ZERO;

    /** From now on the server has these manners and no others. */
    public synchronized void play(ServerManner... manners) {
        played.clear();
        played.addAll(Arrays.asList(manners));
    }

    /** How long the first call of a stage waits, where the server loads a model first. */
    public synchronized void loadsFor(Duration time) {
        loading = time;
    }

    synchronized boolean has(ServerManner manner) {
        return played.contains(manner);
    }

    synchronized boolean hasAny(ServerManner... manners) {
        return Arrays.stream(manners).anyMatch(played::contains);
    }

    /** The voices there are, where the manner has to do with them. */
    List<String> voices() {
        return VOICES;
    }

    /** How much later the request is answered. */
    synchronized Duration loading(SeenRequest request) {
        return played.contains(ServerManner.LOADS_A_MODEL_FIRST) && request.nth() == 1 ? loading : Duration.ZERO;
    }

    /** Waits for the request's turn, where the server takes one at a time. */
    void takeTurn() throws InterruptedException {
        if (has(ServerManner.ONE_AT_A_TIME)) {
            turn.acquire();
        }
    }

    /** The next may come. */
    void giveTurn() {
        if (has(ServerManner.ONE_AT_A_TIME)) {
            turn.release();
        }
    }

    /** What such servers answer to whichever stage; empty where the stage is answered. */
    Optional<WholeAnswer> refusal(Stage stage, SeenRequest request) {
        String path = request.http().path();
        if (has(ServerManner.UNKNOWN_PATHS_AS_200)) {
            return Optional.of(WholeAnswer.json(200, Answers.object()
                    .put("error", "Unexpected endpoint or method. (POST " + path + ")").toString()));
        }
        if (has(ServerManner.UNKNOWN_PATHS_AS_404)) {
            return Optional.of(WholeAnswer.json(404, "{\"detail\": \"Not Found\"}"));
        }
        if (has(ServerManner.ERROR_IN_OBJECT)) {
            return Optional.of(WholeAnswer.json(400, Answers.error(REASON, "", "")));
        }
        if (has(ServerManner.ERROR_IN_TEXT_MEMBER)) {
            return Optional.of(WholeAnswer.json(400, Answers.object().put("error", REASON).toString()));
        }
        if (has(ServerManner.ERROR_IN_DETAIL)) {
            return Optional.of(WholeAnswer.json(400, Answers.object().put("detail", REASON).toString()));
        }
        if (has(ServerManner.ERROR_IN_PLAIN_TEXT)) {
            return Optional.of(WholeAnswer.text(400, REASON));
        }
        if (has(ServerManner.TOOLS_REFUSED) && stage == Stage.CHAT && request.has("tools")) {
            return Optional.of(WholeAnswer.json(400, Answers.error("a-model does not support tools", "", "")));
        }
        return stage == Stage.SPEECH
                ? VoiceManners.refusal(this, request)
                : stage == Stage.TRANSCRIPTION ? RecogniserManners.refusal(this, request) : Optional.empty();
    }
}
