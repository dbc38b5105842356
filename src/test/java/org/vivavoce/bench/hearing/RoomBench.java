package org.vivavoce.bench.hearing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.vivavoce.audio.Sound;
import org.vivavoce.bench.conversation.Finding;
import org.vivavoce.bench.conversation.Report;
import org.vivavoce.bench.conversation.Spread;
import org.vivavoce.turn.TurnAction;
import org.vivavoce.turn.TurnEvent.Found;

/**
 * A simulated room with a loudspeaker, on virtual time: how often the partner breaks in on itself in twenty minutes of its own echo,
 * whether a user who breaks in is heard and how soon, and what coughs and keys do. Whatever the turn machine decides is carried out and
 * counted by its name.
 */
public final class RoomBench {

    private static final List<Integer> ECHOES_DB = List.of(-6, -12, -20);
    private static final List<Integer> DELAYS_MS = List.of(50, 100, 200, 300);
    private static final List<Integer> USER_DBFS = List.of(-20, -25, -30);
    private static final int SECONDS_A_ROOM = 100;
    private static final int REPLY_MS = 18_000;
    private static final int LISTENING_MS = 2000;
    private static final int BREAK_INS = 50;
    private static final int NOISES = 40;
    private static final int WITH_HEADPHONES = 10;
    private static final int LONG_MS = 600;
    private static final int BUSY_TALKS = 8;
    private static final double STALLS_A_SECOND = 0.5;
    private static final int LONGEST_STALL_MS = 150;
    private static final double MOST_DUCK_MS = 150;
    private static final double MOST_SILENT_MS = 350;
    private static final double LEAST_SECONDS = 1.5;

    private static final String DUCK = "Duck";
    private static final String PAUSE = "PausePartner";

    private RoomBench() {}

    /** Runs it; returns the exit code. */
    public static int run(List<String> arguments) {
        return HearingBench.run("room", arguments, RoomBench::measure);
    }

    private static String measure(Report report, HearingOptions options) {
        int part = options.quick() ? 10 : 1;
        String echo = ownEcho(report, options.seed(), SECONDS_A_ROOM / part)
                + busyComputer(report, options.seed(), SECONDS_A_ROOM / part);
        breakIns(report, options.seed(), BREAK_INS / part);
        headphones(report, options.seed(), WITH_HEADPHONES / part);
        coughsAndKeys(report, options.seed(), NOISES / part);
        return echo;
    }

    private static String ownEcho(Report report, long seed, int seconds) {
        StringBuilder text = new StringBuilder("own echo, " + seconds + " s each: what the partner did about itself\n");
        int interruptions = 0;
        int room = 0;
        for (int db : ECHOES_DB) {
            for (int delay : DELAYS_MS) {
                Map<String, Integer> counts = talkAlone(reply(room),
                        Room.with(new EchoOfRoom(db, delay, new Random(seed * 31 + room)), Found.NOTHING),
                        seed * 31 + room, seconds);
                interruptions += counts.getOrDefault(OverReply.INTERRUPTED, 0);
                text.append(String.format(Locale.ROOT, "%4d dB %4d ms  %s%n", db, delay, counts));
                report.row(JsonNodeFactory.instance.objectNode().put("echoDb", db).put("delayMs", delay)
                        .put("actions", counts.toString()));
                room++;
            }
        }
        report.find(Finding.atMost("false barge-ins in " + room * seconds / 60.0 + " min of own echo", interruptions,
                1));
        return text.toString();
    }

    private static String busyComputer(Report report, long seed, int seconds) {
        StringBuilder text = new StringBuilder("-12 dB, 100 ms, on a busy computer\n");
        int interruptions = 0;
        for (int i = 0; i < BUSY_TALKS; i++) {
            Map<String, Integer> counts = talkAlone(i % 2 == 0 ? PartnersReply.inLoudVowels() : reply(i),
                    busyRoom(seed * 37 + i), seed * 43 + i, seconds);
            interruptions += counts.getOrDefault(OverReply.INTERRUPTED, 0);
            text.append(String.format(Locale.ROOT, "%15d  %s%n", i + 1, counts));
            report.row(JsonNodeFactory.instance.objectNode().put("busy", i + 1).put("actions", counts.toString()));
        }
        report.find(Finding.atMost(
                "false barge-ins in " + BUSY_TALKS * seconds / 60 + " min of own echo, busy computer",
                interruptions, 1));
        return text.toString();
    }

    /** The room of the spoken echo test, with a computer that now and then neither plays nor captures for a while. */
    static Room busyRoom(long seed) {
        return new Room(Optional.of(new EchoOfRoom(-12, 100, new Random(seed))),
                new BusyComputer(new Random(seed + 1), STALLS_A_SECOND, LONGEST_STALL_MS), Found.NOTHING);
    }

    /**
     * A partner that talks to nobody, with pauses.
     *
     * @return how often the turn machine decided what, by its name
     */
    static Map<String, Integer> talkAlone(PartnersReply reply, Room room, long seed, int seconds) {
        Map<String, Integer> counts = new TreeMap<>();
        try (RoomTalk talk = new RoomTalk(reply, room, seed)) {
            long changeAt = LISTENING_MS;
            while (talk.now() < seconds * 1000L) {
                if (talk.now() >= changeAt) {
                    boolean ends = talk.partnerHasTheFloor();
                    if (ends) {
                        talk.partnerEnds();
                    } else {
                        talk.partnerSpeaks();
                    }
                    changeAt = talk.now() + (ends ? LISTENING_MS : REPLY_MS);
                }
                for (TurnAction action : talk.hearNothing()) {
                    counts.merge(action.getClass().getSimpleName(), 1, Integer::sum);
                }
            }
        }
        counts.keySet().removeAll(List.of("Show", "Arm"));
        return counts;
    }

    private static void breakIns(Report report, long seed, int count) {
        Map<String, List<Double>> times = new TreeMap<>();
        int heard = 0;
        for (int i = 0; i < count; i++) {
            OverReply over = OverReply.of(reply(i), Room.with(echo(i, seed), Found.WORDS), speech(i, seed),
                    new Random(seed * 77 + i));
            heard += over.isInterrupted() && !over.before() ? 1 : 0;
            over.firstAfterMs().forEach((name, ms) -> times.computeIfAbsent(name, n -> new ArrayList<>()).add(ms));
        }
        times.keySet().retainAll(List.of(DUCK, PAUSE, OverReply.INTERRUPTED));
        times.forEach((name, ms) -> report.spread(name + ", ms after the user began", ms));
        report.find(Finding.atMost("onset to duck, P95, ms", Spread.of(times.getOrDefault(DUCK, List.of())).p95(),
                MOST_DUCK_MS));
        report.find(Finding.atMost("onset to silence, P95, ms", Spread.of(times.getOrDefault(PAUSE, List.of())).p95(),
                MOST_SILENT_MS));
        report.find(Finding.atLeast("barge-ins heard, of " + count + ", %", 100.0 * heard / count, 98));
    }

    private static void headphones(Report report, long seed, int count) {
        int heard = 0;
        for (int i = 0; i < count; i++) {
            OverReply over = OverReply.of(reply(i), Room.withHeadphones(Found.WORDS), speech(i, seed + 1),
                    new Random(seed * 78 + i));
            heard += over.isInterrupted() && !over.before() ? 1 : 0;
        }
        report.find(Finding.told("with headphones, of " + count + ", %", 100.0 * heard / Math.max(1, count)));
    }

    private static void coughsAndKeys(Report report, long seed, int count) {
        int interrupted = 0;
        int taken = 0;
        int paused = 0;
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 79 + i);
            float[] sound = new float[(int) (1.5 * Sound.CAPTURE_RATE)];
            if (i % 2 == 0) {
                Strokes.coughs(sound, 0, 1, random);
            } else {
                sound = Strokes.typing(sound.length, random);
            }
            OverReply over = OverReply.of(reply(i), Room.with(echo(i, seed), Found.NOTHING),
                    at(sound, USER_DBFS.get(i % 3)),
                    random);
            interrupted += over.isInterrupted() ? 1 : 0;
            taken += over.loudMs() >= LONG_MS ? 1 : 0;
            paused += over.firstAfterMs().containsKey(PAUSE) ? 1 : 0;
        }
        report.find(Finding.told("coughs and keys taken for " + LONG_MS + " ms of speech, of " + count, taken));
        report.find(Finding.told("coughs and keys for which the partner fell silent, of " + count, paused));
        report.find(Finding.atLeast("coughs and keys after which the partner goes on, %",
                100.0 * (count - interrupted) / count, 95));
    }

    static PartnersReply reply(int turn) {
        List<Speaker> speakers = Speaker.all(turn);
        return PartnersReply.of(speakers.get(speakers.size() - 1 - turn % speakers.size()));
    }

    static EchoOfRoom echo(int turn, long seed) {
        return new EchoOfRoom(ECHOES_DB.get(turn % ECHOES_DB.size()),
                DELAYS_MS.get(turn / ECHOES_DB.size() % DELAYS_MS.size()), new Random(seed * 13 + turn));
    }

    /** A phrase of the user, long enough to be an interruption. */
    static double[] speech(int turn, long seed) {
        List<Speaker> speakers = Speaker.all(turn + 1);
        Speaker speaker = speakers.get((int) ((turn * 5L + seed) % speakers.size()));
        float[] longest = new float[0];
        for (String text : speaker.phrases()) {
            float[] phrase = SpeechTrack.phrase(speaker, text);
            if (phrase.length >= LEAST_SECONDS * Sound.CAPTURE_RATE) {
                return at(phrase, USER_DBFS.get(turn % USER_DBFS.size()));
            }
            longest = phrase.length > longest.length ? phrase : longest;
        }
        return at(longest, USER_DBFS.get(turn % USER_DBFS.size()));
    }

    static double[] at(float[] sound, int dbfs) {
        float[] normalised = Levels.normalised(sound);
        double[] scaled = new double[normalised.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Levels.gain(dbfs) * normalised[i];
        }
        return scaled;
    }
}
