package org.vivavoce.bench.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vivavoce.conversation.Utterance;
import org.vivavoce.practice.ModeCatalog;

/**
 * What the scenarios work with: texts, chance, and conversations that are started once and shared by all that need the same. Used by the
 * bench's main thread.
 */
final class Desk implements AutoCloseable {

    /** The chat mode: the shortest hold, and whichever language the user speaks. */
    private static final String MODE = "chat";
    private static final String LANGUAGE = "en";
    private static final String WARM_UP = "Good morning, let us begin.";

    private final Texts texts = new Texts();
    private final Random random;
    private final Map<String, TalkSession> open = new HashMap<>();

    /** @param seed of everything that is left to chance */
    Desk(long seed) {
        this.random = new Random(seed);
    }

    Texts texts() {
        return texts;
    }

    Random random() {
        return random;
    }

    /** The conversation with a preset of turn-taking; started and warm, with the usual replies. */
    TalkSession session(String preset) {
        return session(preset, MODE, LANGUAGE);
    }

    /** The conversation with a preset, a mode and a language; started and warm, with the usual replies and delays. */
    TalkSession session(String preset, String mode, String language) {
        TalkSession session = open.computeIfAbsent(preset + " " + mode + " " + language,
                key -> warm(TalkSession.start(texts.list("replies"), "--turn-taking", preset, "--mode", mode,
                        "--language", language)));
        session.replies().become(texts.list("replies"));
        session.delays(Pace.DELAYS);
        return session;
    }

    /** The conversation with a preset of services; what is said is in its trace. Started and warm, with the usual replies and delays. */
    TalkSession service(String preset) {
        TalkSession session = open.computeIfAbsent("service " + preset,
                key -> warm(TalkSession.start(texts.list("replies"), "--turn-taking", "adaptive", "--mode", MODE,
                        "--language", LANGUAGE, "--service", preset, "--trace-text")));
        session.replies().become(texts.list("replies"));
        session.delays(Pace.DELAYS);
        return session;
    }

    /** The built-in partner's model in these conversations. */
    static String builtInModel() {
        return "builtin-" + MODE + "-" + LANGUAGE;
    }

    /** A conversation of one's own, which is not warm; who asks for it closes it. */
    TalkSession fresh() {
        return TalkSession.start(texts.list("replies"), "--turn-taking", "adaptive", "--mode", MODE);
    }

    /** The first turn of a program takes longer: classes are loaded, connections are made. */
    private TalkSession warm(TalkSession session) {
        try {
            session.turn(one("warm-up", WARM_UP));
            return session;
        } catch (AssertionError e) {
            session.close();
            throw e;
        }
    }

    /** The pause after which the preset lets the partner speak. */
    static double holdMs(String preset) {
        return preset.equals("classic") ? 1500 : ModeCatalog.builtIn().find(MODE).orElseThrow().holdMs();
    }

    /** One English sentence, after a quiet moment. */
    Spoken one(String name, String text) {
        return Spoken.of(name, Utterance.QUIET, List.of(Phrase.english(text)), List.of());
    }

    /** Some sentences with pauses as speakers make them between sentences: 0.3 to 0.55 s, all shorter than any hold. */
    Spoken withSentencePauses(String name, List<Phrase> phrases) {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 1; i < phrases.size(); i++) {
            pauses.add(pause(300, 550));
        }
        return Spoken.of(name, Utterance.QUIET, phrases, pauses);
    }

    /** A pause of any length between two, milliseconds. */
    Duration pause(int least, int greatest) {
        return Duration.ofMillis(random.nextInt(least, greatest + 1));
    }

    /** After trouble: the next scenario starts conversations of its own. */
    void abandon() {
        open.values().forEach(TalkSession::close);
        open.clear();
    }

    @Override
    public void close() {
        abandon();
    }
}
