package org.vivavoce.bench.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked of the bench on the command line. Filled by picocli. */
@Command(name = "conversation", sortOptions = false, description = "Measures conversations with the real program.")
final class BenchOptions {

    private static final String ALL = "all";
    private static final int USUAL_TURNS = 10;
    private static final int USUAL_PRESET_TURNS = 5;
    private static final int USUAL_PAUSES = 100;
    private static final int USUAL_UNFINISHED = 40;
    private static final int USUAL_SLOW = 30;
    private static final int USUAL_INTERRUPTIONS = 50;
    private static final int USUAL_COUGHS = 40;
    private static final int USUAL_ENDURANCE = 200;

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = {
        "gap: reply after 6 to 10 s of speech, classic and adaptive (10 turns each, 7 min); this is the default",
        "presets: the same turns with each preset of services (5 each, 6 min)",
        "long: reply after 120 s and after 6 s of speech (10 each, 25 min)",
        "pauses: pauses within utterances (100 short, 40 unfinished sentences, 14 min)",
        "slow-tenth: every tenth request 5 s late (30 turns, 6 min)",
        "barge-in: interruptions at random moments (50, 9 min)",
        "cough: coughs and key clicks over replies (40, 10 min)",
        "listening: processor time while listening (1 min)",
        "endurance: short turns in one conversation (200, 10 min)", "all: all of these"})
    private List<String> names = List.of("gap");

    @Option(names = "--turns", paramLabel = "N", description = "How many turns, pauses, interruptions … instead of the usual number.")
    private int turns;

    @Option(names = "--languages", split = ",", paramLabel = "CODE", defaultValue = "en", description = "Of unfinished sentences: en, de, es, fr (default: ${DEFAULT-VALUE}).")
    private List<String> languages = List.of("en");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all that is left to chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "target/bench/conversation.json", description = "Where the figures go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench", "conversation.json");

    boolean help() {
        return help;
    }

    long seed() {
        return seed;
    }

    Path out() {
        return out;
    }

    /**
     * The scenarios that are asked for, by name.
     *
     * @throws IllegalArgumentException where there is no such scenario
     */
    Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = all();
        if (names.contains(ALL)) {
            return all;
        }
        Map<String, Scenario> chosen = new LinkedHashMap<>();
        for (String name : names) {
            Scenario scenario = all.get(name);
            if (scenario == null) {
                throw new IllegalArgumentException(
                        "There is no scenario \"" + name + "\": choose " + String.join(", ", all.keySet())
                                + " or all.");
            }
            chosen.put(name, scenario);
        }
        return chosen;
    }

    private Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("gap", new GapScenario(number(USUAL_TURNS)));
        all.put("presets", new PresetsScenario(number(USUAL_PRESET_TURNS)));
        all.put("long", new LongScenario(number(USUAL_TURNS)));
        all.put("pauses", new PausesScenario(number(USUAL_PAUSES), number(USUAL_UNFINISHED), languages));
        all.put("slow-tenth", new SlowTenthScenario(number(USUAL_SLOW)));
        all.put("barge-in", new BargeInScenario(number(USUAL_INTERRUPTIONS)));
        all.put("cough", new CoughScenario(number(USUAL_COUGHS)));
        all.put("listening", new ListeningScenario(Duration.ofMinutes(1)));
        all.put("endurance", new EnduranceScenario(number(USUAL_ENDURANCE)));
        return all;
    }

    private int number(int usual) {
        return turns > 0 ? turns : usual;
    }
}
