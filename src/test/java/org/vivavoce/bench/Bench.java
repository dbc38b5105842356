package org.vivavoce.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.vivavoce.bench.conversation.ConversationBench;
import org.vivavoce.bench.crash.CrashBench;
import org.vivavoce.bench.hearing.NoiseBench;
import org.vivavoce.bench.hearing.RoomBench;
import org.vivavoce.bench.hearing.VoiceActivityBench;
import org.vivavoce.bench.startup.StartupBench;
import org.vivavoce.bench.store.StoreBench;

/** {@code vivavoce-bench}: measures the program. The first argument says what; each has options of its own ({@code --help}). */
public final class Bench {

    private static final int WRONG_USAGE = 2;

    private Bench() {}

    private static Map<String, ToIntFunction<List<String>>> benches() {
        return Map.of("conversation", ConversationBench::run, "voice-activity", VoiceActivityBench::run, "noise",
                NoiseBench::run, "room", RoomBench::run, "store", StoreBench::run, "crash", CrashBench::run,
                "startup", StartupBench::run);
    }

    /** Runs one bench; ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    static int run(List<String> arguments) {
        ToIntFunction<List<String>> bench = arguments.isEmpty() ? null : benches().get(arguments.getFirst());
        if (bench == null) {
            System.err.println("Say what to measure: " + String.join(", ", new TreeMap<>(benches()).keySet()) + ".");
            return WRONG_USAGE;
        }
        return bench.applyAsInt(arguments.subList(1, arguments.size()));
    }
}
