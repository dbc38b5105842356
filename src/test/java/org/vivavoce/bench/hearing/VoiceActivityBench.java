package org.vivavoce.bench.hearing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.vivavoce.bench.conversation.Finding;
import org.vivavoce.bench.conversation.Report;
import org.vivavoce.turn.HeardFrame;

/**
 * Measures voice activity, frame by frame, over speech in thirteen languages at three levels in five noises: the product's own path
 * (WebRTC's noise suppression, level and pitch, the adaptive detector), and on the same sound the web app's way and WebRTC's detector.
 * All three are judged by the same truth and with the same gaps bridged ({@link SpeechTruth}).
 */
public final class VoiceActivityBench {

    /** Seconds of phrases in one recording; a third as much again is pauses. */
    private static final double SECONDS = 11;
    private static final int QUICK_SPEAKERS = 2;

    private VoiceActivityBench() {}

    /** Runs it; returns the exit code. */
    public static int run(List<String> arguments) {
        return HearingBench.run("voice-activity", arguments, VoiceActivityBench::measure);
    }

    private static String measure(Report report, HearingOptions options) {
        Matrix matrix = new Matrix();
        Edges edges = new Edges();
        NoiseSource noise = new NoiseSource();
        List<Condition> conditions = Condition.all();
        double seconds = 0;
        long begun = System.nanoTime();
        for (int c = 0; c < conditions.size(); c++) {
            List<Speaker> speakers = speakers(c, options.quick());
            for (int k = 0; k < speakers.size(); k++) {
                long seed = options.seed() * 1_000_003 + 1000L * c + k;
                SpeechTrack track = SpeechTrack.of(speakers.get(k), SECONDS, seed);
                hear(track, conditions.get(c), noise.mixed(track, conditions.get(c), new Random(seed)), matrix, edges);
                seconds += track.seconds();
            }
        }
        String table = matrix.text(report);
        tell(report, matrix, edges);
        report.find(Finding.told("sound measured, s", Math.rint(seconds)));
        report.find(Finding.told("times faster than real time", seconds * 1e9 / (System.nanoTime() - begun)));
        return table;
    }

    /** All, or, to be quick, a few that change from condition to condition. */
    private static List<Speaker> speakers(int turn, boolean quick) {
        List<Speaker> all = Speaker.all(turn);
        List<Speaker> some = new ArrayList<>();
        for (int k = 0; k < QUICK_SPEAKERS; k++) {
            some.add(all.get((turn * QUICK_SPEAKERS + k) % all.size()));
        }
        return quick ? some : all;
    }

    private static void hear(SpeechTrack track, Condition condition, double[] sound, Matrix matrix, Edges edges) {
        int frames = track.speech().length;
        Map<Contender.Kind, Contender> contenders = new EnumMap<>(Contender.Kind.class);
        try (ProductEar ear = new ProductEar()) { // WebRTC's detector links only after this
            for (Contender.Kind kind : Contender.Kind.values()) {
                contenders.put(kind, kind.hearing(frames));
            }
            for (int i = 0; i < frames; i++) {
                short[] frame = Levels.frame(sound, i);
                HeardFrame heard = ear.hear(frame);
                contenders.values().forEach(contender -> contender.hear(frame, heard));
            }
            contenders.forEach((kind, contender) -> matrix.add(condition, kind, track.speech(), contender));
            Contender adaptive = Objects.requireNonNull(contenders.get(Contender.Kind.ADAPTIVE));
            edges.add(track.speech(), adaptive.speech(), adaptive.atTheTime());
        } finally {
            contenders.values().forEach(Contender::close);
        }
    }

    private static void tell(Report report, Matrix matrix, Edges edges) {
        report.spread("beginning found, ms after the true one", edges.beginnings());
        report.spread("beginning known, ms after the true one", edges.known());
        report.spread("end found, ms after the true one", edges.ends());
        report.find(Finding.atLeast("F1 over all, %", matrix.overAll(), 92));
        report.find(Finding.atLeast("F1 at 0 dB, %", matrix.f1("all at 0 dB"), 85));
        report.find(Finding.atLeast("F1 in babble, %", matrix.f1("babble"), 85));
        report.find(Finding.told("stretches of speech not found, %", edges.missedPercent()));
        report.find(Finding.told("beginnings before the pre-roll of 500 ms, %", edges.cutPercent()));
    }
}
