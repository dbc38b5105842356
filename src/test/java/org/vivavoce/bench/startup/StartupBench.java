package org.vivavoce.bench.startup;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vivavoce.bench.conversation.Finding;
import org.vivavoce.bench.conversation.Report;
import org.vivavoce.bench.store.FilledStore;
import org.vivavoce.conversation.Talk;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.StoreException;

/** How long the window takes to be there, in turns with each kind of store, in a process of its own each time. */
public final class StartupBench {

    private static final String TIMES = "--times";
    private static final int USUAL_TIMES = 15;
    private static final double MOST_RATIO = 1.05;

    /** What lies in the data folder. */
    private enum Kept {
        NO_STORE("without a store"), NOTHING("with an empty store"), MUCH("with 500 conversations");

        private final String words;

        Kept(String words) {
            this.words = words;
        }
    }

    /** When the window was there, and the processor time it took; that says more on a computer with other work to do. */
    private record Shown(double millis, double processorMillis) {}

    private StartupBench() {}

    /** Runs it; returns the exit code. */
    public static int run(List<String> arguments) {
        int times = USUAL_TIMES;
        if (arguments.size() == 2 && arguments.getFirst().equals(TIMES)
                && arguments.getLast().matches("[1-9]\\d{0,3}")) {
            times = Integer.parseInt(arguments.getLast());
        } else if (!arguments.isEmpty()) {
            System.err.println("The bench of the start has one option: " + TIMES + " N.");
            return 2;
        }
        Report report = new Report("startup");
        try {
            measure(report, times);
            report.publish(Path.of("target", "bench", "startup.json"));
            return 0;
        } catch (IOException | StoreException e) {
            System.err.println("The bench cannot run here: " + e.getMessage());
            return 1;
        }
    }

    private static void measure(Report report, int times) throws IOException, StoreException {
        Path folder = Files.createTempDirectory("vivavoce-startup");
        Map<Kept, List<Double>> millis = new EnumMap<>(Kept.class);
        Map<Kept, List<Double>> processor = new EnumMap<>(Kept.class);
        for (Kept kept : Kept.values()) {
            Talk.writeSettings(data(folder, kept), Settings.defaults()); // else it is the first start, with other screens
            millis.put(kept, new ArrayList<>());
            processor.put(kept, new ArrayList<>());
        }
        FilledStore.make(data(folder, Kept.MUCH).resolve("vivavoce.db"));
        for (int time = 0; time <= times; time++) {
            for (Kept kept : Kept.values()) {
                Shown shown = show(data(folder, kept), kept == Kept.NO_STORE);
                if (time > 0) { // the first reads from the disk what the others find in memory
                    Objects.requireNonNull(millis.get(kept)).add(shown.millis());
                    Objects.requireNonNull(processor.get(kept)).add(shown.processorMillis());
                }
            }
        }
        Map<Kept, Double> medians = new EnumMap<>(Kept.class);
        millis.forEach((kept, all) -> medians.put(kept,
                report.spread("until the window is there, " + kept.words + ", ms", all).median()));
        processor.forEach((kept, all) -> report.spread("processor time for that, " + kept.words + ", ms", all));
        report.find(ratio("an empty store against none", medians, Kept.NOTHING, Kept.NO_STORE));
        report.find(ratio("500 conversations against no store", medians, Kept.MUCH, Kept.NO_STORE));
        report.find(ratio("500 conversations against an empty store", medians, Kept.MUCH, Kept.NOTHING));
    }

    private static Path data(Path folder, Kept kept) {
        return folder.resolve(kept.name());
    }

    private static Finding ratio(String name, Map<Kept, Double> medians, Kept one, Kept other) {
        return Finding.atMost(name + ", ratio of medians",
                medians.getOrDefault(one, Double.NaN) / medians.getOrDefault(other, Double.NaN), MOST_RATIO);
    }

    private static Shown show(Path data, boolean withoutStore) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(data, withoutStore))
                .redirectError(data.resolve("errors.txt").toFile());
        builder.environment().keySet().removeAll(List.of("OPENAI_API_KEY", "JAVA_TOOL_OPTIONS", "DISPLAY",
                "DBUS_SESSION_BUS_ADDRESS"));
        long before = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.startsWith(ShownWindow.SHOWN)) {
                line = out.readLine();
            }
            long after = System.nanoTime();
            if (line == null) {
                throw new IOException("no window: " + Files.readString(data.resolve("errors.txt")));
            }
            return new Shown((after - before) / 1e6, Double.parseDouble(line.substring(ShownWindow.SHOWN.length())));
        } finally {
            process.destroyForcibly();
            await(process);
        }
    }

    private static void await(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the options of the finished program, on the toolkit's own headless platform. */
    private static List<String> command(Path data, boolean withoutStore) {
        List<String> command = new ArrayList<>(List.of(Path.of(property("java.home"), "bin", "java").toString()));
        Arrays.stream(property("vivavoce.talk.options").split(" ", -1)).filter(option -> !option.isBlank())
                .forEach(command::add);
        String classPath = Arrays.stream(property("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !withoutStore || !entry.contains("sqlite-jdbc"))
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("--module-path=" + property("jdk.module.path"), "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-cp", classPath, ShownWindow.class.getName(), data.toString()));
        return command;
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
