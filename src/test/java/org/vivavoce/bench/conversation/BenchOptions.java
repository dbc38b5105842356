package org.vivavoce.bench.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is asked of the bench on the command line. Filled by picocli. */
@Command(name = "conversation", sortOptions = false, description = "Measures conversations with the real program; without a scenario: --gap.")
final class BenchOptions {

    private static final int USUAL_TURNS = 10;
    private static final int USUAL_PAUSES = 100;
    private static final int USUAL_UNFINISHED = 40;
    private static final int USUAL_SLOW = 30;
    private static final int USUAL_INTERRUPTIONS = 50;
    private static final int USUAL_COUGHS = 40;
    private static final int USUAL_ENDURANCE = 200;

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Option(names = "--gap", description = "Reply after 6 to 10 s of speech, classic and adaptive (10 turns each, 7 min).")
    private boolean gap;

    @Option(names = "--long", description = "Reply after 120 s and after 6 s of speech (10 each, 25 min).")
    private boolean lengthy;

    @Option(names = "--pauses", description = "Pauses within utterances (100 short, 40 unfinished sentences, 14 min).")
    private boolean pauses;

    @Option(names = "--slow-tenth", description = "Every tenth request 5 s late (30 turns, 6 min).")
    private boolean slowTenth;

    @Option(names = "--barge-in", description = "Interruptions at random moments (50, 9 min).")
    private boolean bargeIn;

    @Option(names = "--cough", description = "Coughs and key clicks over replies (40, 10 min).")
    private boolean cough;

    @Option(names = "--endurance", description = "Short turns in one conversation (200, 10 min).")
    private boolean endurance;

    @Option(names = "--listening", description = "Processor time while listening (1 min).")
    private boolean listening;

    @Option(names = "--all", description = "All of these.")
    private boolean all;

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

    /** The scenarios that are asked for, by name. */
    Map<String, Scenario> scenarios() {
        Map<String, Scenario> chosen = new LinkedHashMap<>();
        boolean none = !(gap || lengthy || pauses || slowTenth || bargeIn || cough || endurance || listening);
        add(chosen, gap || none, "gap", new GapScenario(number(USUAL_TURNS)));
        add(chosen, lengthy, "long", new LongScenario(number(USUAL_TURNS)));
        add(chosen, pauses, "pauses",
                new PausesScenario(number(USUAL_PAUSES), number(USUAL_UNFINISHED), languages));
        add(chosen, slowTenth, "slow-tenth", new SlowTenthScenario(number(USUAL_SLOW)));
        add(chosen, bargeIn, "barge-in", new BargeInScenario(number(USUAL_INTERRUPTIONS)));
        add(chosen, cough, "cough", new CoughScenario(number(USUAL_COUGHS)));
        add(chosen, listening, "listening", new ListeningScenario(Duration.ofMinutes(1)));
        add(chosen, endurance, "endurance", new EnduranceScenario(number(USUAL_ENDURANCE)));
        return chosen;
    }

    private void add(Map<String, Scenario> chosen, boolean wanted, String name, Scenario scenario) {
        if (wanted || all) {
            chosen.put(name, scenario);
        }
    }

    private int number(int usual) {
        return turns > 0 ? turns : usual;
    }
}
