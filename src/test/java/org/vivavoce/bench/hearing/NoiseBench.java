package org.vivavoce.bench.hearing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vivavoce.audio.Sound;
import org.vivavoce.bench.conversation.Finding;
import org.vivavoce.bench.conversation.Report;
import org.vivavoce.turn.AdaptiveVoiceActivity;
import org.vivavoce.turn.ClassicVoiceActivity;
import org.vivavoce.turn.TurnAction;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnMachine;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;
import org.vivavoce.turn.VoiceActivity;
import org.vivavoce.turn.VoiceActivityDetector;
import org.vivavoce.turn.VoiceActivityValues;

/**
 * Ten minutes of sound in which nobody speaks, through the program's ear, its detector and the turn machine: how often it believes that
 * somebody does, and how often it ends a turn, which would be sent. The web app's detector beside it.
 */
public final class NoiseBench {

    private static final int FRAME_MS = 10;
    private static final int HOLD_MS = 700; // free chat, the shortest
    private static final int REPLY_FRAMES = 300;

    /** What came of a minute. */
    record Ghosts(int starts, int turns) {
        Ghosts and(Ghosts other) {
            return new Ghosts(starts + other.starts, turns + other.turns);
        }
    }

    private NoiseBench() {}

    /** Runs it; returns the exit code. */
    public static int run(List<String> arguments) {
        return HearingBench.run("noise", arguments, NoiseBench::measure);
    }

    private static String measure(Report report, HearingOptions options) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-10s %22s %22s %22s%n", "a minute of", "adaptive starts/turns",
                        "the same after a reply", "classic starts/turns"));
        PartnersReply reply = PartnersReply.of(Speaker.all(0).getFirst());
        Ghosts adaptive = new Ghosts(0, 0);
        Ghosts after = new Ghosts(0, 0);
        Ghosts classic = new Ghosts(0, 0);
        for (Ghost ghost : Ghost.values()) {
            double[] minute = ghost.minute(options.seed());
            Ghosts ours = hear(minute, new AdaptiveVoiceActivity(VoiceActivityValues.defaults()),
                    TurnValues.adaptive(HOLD_MS, 0));
            Ghosts oursAfter = hearAfter(reply, minute);
            Ghosts theirs = hear(minute, new ClassicVoiceActivity(), TurnValues.classic(0));
            adaptive = adaptive.and(ours);
            after = after.and(oursAfter);
            classic = classic.and(theirs);
            String name = ghost.name().toLowerCase(Locale.ROOT);
            text.append(String.format(Locale.ROOT, "%-10s %18d / %d %18d / %d %18d / %d%n", name, ours.starts(),
                    ours.turns(), oursAfter.starts(), oursAfter.turns(), theirs.starts(), theirs.turns()));
            report.row(JsonNodeFactory.instance.objectNode().put("noise", name).put("starts", ours.starts())
                    .put("turns", ours.turns()).put("startsAfterReply", oursAfter.starts())
                    .put("turnsAfterReply", oursAfter.turns()).put("classicStarts", theirs.starts())
                    .put("classicTurns", theirs.turns()));
        }
        report.find(Finding.atMost("false turns, adaptive", adaptive.turns(), 0));
        report.find(Finding.told("false speech starts, adaptive", adaptive.starts()));
        report.find(Finding.atMost("false turns after a reply, adaptive", after.turns(), 0));
        report.find(Finding.told("false speech starts after a reply, adaptive", after.starts()));
        report.find(Finding.told("false turns, classic", classic.turns()));
        report.find(Finding.told("false speech starts, classic", classic.starts()));
        return text.toString();
    }

    /** A reply has sounded before: from then on the echo canceller is at work. */
    private static Ghosts hearAfter(PartnersReply reply, double[] sound) {
        AdaptiveVoiceActivity detector = new AdaptiveVoiceActivity(VoiceActivityValues.defaults());
        try (ProductEar ear = new ProductEar()) {
            for (int i = 0; i < REPLY_FRAMES; i++) {
                ear.played(
                        Arrays.copyOfRange(reply.played(), i * Sound.PLAYBACK_FRAME, (i + 1) * Sound.PLAYBACK_FRAME));
                detector.accept(ear.hear(Levels.frame(sound, i)), (long) i * FRAME_MS, true);
            }
            return hear(ear, sound, detector, TurnValues.adaptive(HOLD_MS, 0), REPLY_FRAMES);
        }
    }

    static Ghosts hear(double[] sound, VoiceActivityDetector detector, TurnValues values) {
        try (ProductEar ear = new ProductEar()) {
            return hear(ear, sound, detector, values, 0);
        }
    }

    private static Ghosts hear(ProductEar ear, double[] sound, VoiceActivityDetector detector, TurnValues values,
            int from) {
        TurnMachine machine = new TurnMachine(values);
        machine.on(new TurnEvent.PartnerBegins(), 0);
        machine.on(new TurnEvent.PartnerFinished(), 0);
        int starts = 0;
        int turns = 0;
        boolean speaking = false;
        for (int i = from; i < sound.length / SpeechTruth.FRAME; i++) {
            long now = (i + 1L) * FRAME_MS;
            VoiceActivity heard = detector.accept(ear.hear(Levels.frame(sound, i)), now, false);
            starts += heard.speaking() && !speaking ? 1 : 0;
            speaking = heard.speaking();
            List<TurnAction> actions = machine.on(new TurnEvent.Sound(heard), now);
            turns += (int) actions.stream().filter(action -> action instanceof TurnAction.EndTurn).count();
            if (machine.state() == TurnState.THINKING) {
                machine.on(new TurnEvent.TurnFailed(), now); // nothing is understood of noise
            }
        }
        return new Ghosts(starts, turns);
    }
}
