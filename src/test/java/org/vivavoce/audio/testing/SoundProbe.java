package org.vivavoce.audio.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.EchoCanceller;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.LevelMeter;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Microphone;
import org.vivavoce.audio.RealTimePacer;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundSystem;

/**
 * A program that opens the microphone and the loudspeaker and tells on standard output what it finds; run by tests in a process of its
 * own ({@link ChildJvm}). Its threads are its own.
 *
 * <pre>
 * devices                     the names there are
 * hear FILE SECONDS           records the microphone
 * stall SECONDS STALL_MS      reads the microphone, with one absence in the middle
 * say FILE                    plays a file to its end
 * silence FILE AFTER_MS       plays a file and silences it; how fast is measured through the microphone (needs an echo)
 * echo FILE RAW CLEAN         plays a file, records the microphone as it is and cleaned
 * </pre>
 */
public final class SoundProbe {

    private static final double LOUD = 300; // RMS of 16-bit samples, −41 dBFS

    private final SoundSystem system = new JavaSoundSystem(new RealTimePacer());
    private final PrintStream out;

    private SoundProbe(PrintStream out) {
        this.out = out;
    }

    /** Does one thing and ends. */
    public static void main(String[] arguments) throws Exception {
        SoundProbe probe = new SoundProbe(System.out);
        switch (arguments[0]) {
            case "devices" -> probe.devices();
            case "hear" -> probe.hear(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "stall" -> probe.stall(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            case "say" -> probe.say(Path.of(arguments[1]));
            case "silence" -> probe.silence(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "echo" -> probe.echo(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        // WebRTC's library prints two lines while the process ends; the JDK points a closed descriptor at the null device
        new FileOutputStream(FileDescriptor.out).close();
        System.exit(0); // javax.sound may leave threads
    }

    private void devices() {
        out.println("microphones " + system.microphones());
        out.println("loudspeakers " + system.loudspeakers());
        try (Microphone microphone = system.openMicrophone("no such device")) {
            out.println("opened " + microphone.deviceName());
        } catch (AudioDeviceException e) {
            out.println("missing " + e.sentence());
        }
        try (Loudspeaker loudspeaker = system.openLoudspeaker(SoundSystem.DEFAULT_DEVICE)) {
            out.println("default opened" + loudspeaker.deviceName());
        } catch (AudioDeviceException e) {
            out.println("default " + e.sentence());
        }
    }

    private void hear(Path file, int seconds) throws Exception {
        List<short[]> frames = new ArrayList<>();
        LevelMeter meter = new LevelMeter();
        try (Microphone microphone = system.openMicrophone(SoundSystem.DEFAULT_DEVICE);
                EchoCanceller canceller = new EchoCancellers().open().canceller()) {
            out.println("ready");
            long startNanos = System.nanoTime();
            long startCpu = cpuNanos();
            for (int i = 0; i < seconds * 100; i++) {
                short[] frame = new short[Sound.CAPTURE_FRAME];
                microphone.read(frame);
                frames.add(frame.clone());
                canceller.clean(frame);
                meter.measure(frame);
            }
            long nanos = System.nanoTime() - startNanos;
            out.println("cpu " + percent(cpuNanos() - startCpu, nanos));
            out.println("seconds " + nanos / 1e9);
            out.println("overruns " + microphone.overruns());
        }
        joined(frames, Sound.CAPTURE_RATE).write(file);
        out.println("done");
    }

    private void stall(int seconds, int stallMillis) throws Exception {
        try (Microphone microphone = system.openMicrophone(SoundSystem.DEFAULT_DEVICE)) {
            short[] frame = new short[Sound.CAPTURE_FRAME];
            RealTimePacer pacer = new RealTimePacer();
            long startNanos = System.nanoTime();
            for (int i = 0; i < seconds * 100; i++) {
                microphone.read(frame);
                if (i == seconds * 50) {
                    synchronized (frame) {
                        pacer.waitOn(frame, stallMillis * 1_000_000L);
                    }
                }
            }
            out.println("seconds " + (System.nanoTime() - startNanos) / 1e9);
            out.println("overruns " + microphone.overruns());
        }
    }

    private void say(Path file) throws Exception {
        short[] samples = WaveFile.read(file).at(Sound.PLAYBACK_RATE).samples();
        try (Loudspeaker loudspeaker = system.openLoudspeaker(SoundSystem.DEFAULT_DEVICE)) {
            long startNanos = System.nanoTime();
            long startCpu = cpuNanos();
            play(samples, loudspeaker, null);
            loudspeaker.drain();
            long nanos = System.nanoTime() - startNanos;
            out.println("played " + loudspeaker.playedSamples() + " of " + samples.length);
            out.println("seconds " + nanos / 1e9);
            out.println("cpu " + percent(cpuNanos() - startCpu, nanos));
        }
        out.println("done");
    }

    @SuppressWarnings("try") // closing the microphone is what ends its reader
    private void silence(Path file, int afterMillis) throws Exception {
        short[] samples = WaveFile.read(file).at(Sound.PLAYBACK_RATE).samples();
        try (Microphone microphone = system.openMicrophone(SoundSystem.DEFAULT_DEVICE);
                Loudspeaker loudspeaker = system.openLoudspeaker(SoundSystem.DEFAULT_DEVICE)) {
            List<long[]> heard = new ArrayList<>(); // when, and whether it was loud
            FutureTask<Boolean> capture = inThread(() -> {
                short[] frame = new short[Sound.CAPTURE_FRAME];
                while (microphone.read(frame)) {
                    long now = System.nanoTime();
                    synchronized (heard) {
                        heard.add(new long[]{now, rms(frame) > LOUD ? 1 : 0});
                    }
                }
                return true;
            });
            pause(500);
            long beganNanos = System.nanoTime();
            FutureTask<Boolean> playback = inThread(() -> {
                loudspeaker.write(samples, 0, samples.length);
                return true;
            });
            pause(afterMillis);
            long silencedNanos = System.nanoTime();
            loudspeaker.silence();
            long doneNanos = System.nanoTime();
            playback.get();
            long freeNanos = System.nanoTime();
            loudspeaker.drain();
            long drainedNanos = System.nanoTime();
            long playedSamples = loudspeaker.playedSamples();
            pause(1000);
            loudspeaker.write(samples, 0, Sound.PLAYBACK_RATE / 2);
            loudspeaker.drain();
            long after = loudspeaker.playedSamples() - playedSamples;
            microphone.close();
            capture.get();
            long first = heard.stream().filter(at -> at[1] == 1).findFirst().orElseThrow()[0];
            long last = heard.stream().filter(at -> at[1] == 1 && at[0] < silencedNanos + 900_000_000).toList()
                    .getLast()[0];
            out.println("first-heard " + (first - beganNanos) / 1e6);
            out.println("last-heard " + (last - silencedNanos) / 1e6);
            out.println("call " + (doneNanos - silencedNanos) / 1e6);
            out.println("write-freed " + (freeNanos - silencedNanos) / 1e6);
            out.println("drain " + (drainedNanos - freeNanos) / 1e6);
            out.println("played-ms " + playedSamples * 1000.0 / Sound.PLAYBACK_RATE);
            out.println("sounds-again " + after);
        }
        out.println("done");
    }

    @SuppressWarnings("try") // closing the microphone is what ends its reader
    private void echo(Path file, Path raw, Path clean) throws Exception {
        short[] samples = WaveFile.read(file).at(Sound.PLAYBACK_RATE).samples();
        List<short[]> rawFrames = new ArrayList<>();
        List<short[]> cleanFrames = new ArrayList<>();
        LevelMeter meter = new LevelMeter();
        EchoCancellers.Choice choice = new EchoCancellers().open();
        try (Microphone microphone = system.openMicrophone(SoundSystem.DEFAULT_DEVICE);
                Loudspeaker loudspeaker = system.openLoudspeaker(SoundSystem.DEFAULT_DEVICE);
                EchoCanceller canceller = choice.canceller()) {
            out.println("cancels " + canceller.cancelsEcho() + choice.reason().orElse(""));
            FutureTask<String> capture = inThread(() -> {
                short[] frame = new short[Sound.CAPTURE_FRAME];
                long startNanos = System.nanoTime();
                long startCpu = cpuNanos();
                while (microphone.read(frame)) {
                    rawFrames.add(frame.clone());
                    canceller.clean(frame);
                    meter.measure(frame);
                    cleanFrames.add(frame.clone());
                }
                return percent(cpuNanos() - startCpu, System.nanoTime() - startNanos);
            });
            pause(500);
            play(samples, loudspeaker, canceller);
            loudspeaker.drain();
            pause(500);
            long overruns = microphone.overruns();
            microphone.close();
            out.println("cpu " + capture.get());
            out.println("overruns " + overruns);
        }
        joined(rawFrames, Sound.CAPTURE_RATE).write(raw);
        joined(cleanFrames, Sound.CAPTURE_RATE).write(clean);
        out.println("done");
    }

    private static void play(short[] samples, Loudspeaker loudspeaker, @Nullable EchoCanceller canceller)
            throws AudioDeviceException {
        for (int at = 0; at < samples.length; at += Sound.PLAYBACK_FRAME) {
            short[] frame = Arrays.copyOfRange(samples, at, at + Sound.PLAYBACK_FRAME);
            if (canceller != null) {
                canceller.played(frame);
            }
            loudspeaker.write(frame, 0, Math.min(Sound.PLAYBACK_FRAME, samples.length - at));
        }
    }

    private static <T> FutureTask<T> inThread(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static void pause(long millis) throws InterruptedException {
        Object monitor = new Object();
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        RealTimePacer pacer = new RealTimePacer();
        synchronized (monitor) {
            while (System.nanoTime() < until) {
                pacer.waitOn(monitor, Math.max(1, until - System.nanoTime()));
            }
        }
    }

    private static double rms(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / frame.length);
    }

    private static WaveFile joined(List<short[]> frames, int rate) {
        short[] all = new short[frames.stream().mapToInt(frame -> frame.length).sum()];
        int at = 0;
        for (short[] frame : frames) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return new WaveFile(all, rate);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String percent(long cpuNanos, long nanos) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * cpuNanos / nanos);
    }
}
