package org.vivavoce.bench.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a running Java program holds, on Linux. A value.
 *
 * @param heapBytes live objects, after a full collection
 * @param threads   of the system
 * @param handles   open files, sockets among them
 */
record ProcessFigures(long heapBytes, int threads, int handles) {

    /** Collects its garbage first. */
    static ProcessFigures of(long pid) throws IOException, InterruptedException {
        long heap = heapBytes(histogram(pid));
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
            return new ProcessFigures(heap, threads(status), (int) handles.count());
        }
    }

    /** How much of the processor it has used since its start. */
    static Duration processorTime(long pid) {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }

    private static String histogram(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd failed: " + output.lines().findFirst().orElse(""));
        }
        return output;
    }

    /** The sum in the last line of a class histogram: {@code Total  instances  bytes}. */
    static long heapBytes(String histogram) {
        String last = histogram.lines().filter(line -> line.startsWith("Total")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a histogram without a sum"));
        return Long.parseLong(last.strip().split("\\s+", -1)[2]);
    }

    /** The line {@code Threads:} of a process's status. */
    static int threads(String status) {
        return Integer.parseInt(status.lines().filter(line -> line.startsWith("Threads:")).findFirst().orElseThrow()
                .split("\\s+", -1)[1]);
    }
}
