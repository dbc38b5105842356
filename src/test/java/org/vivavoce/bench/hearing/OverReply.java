package org.vivavoce.bench.hearing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.vivavoce.audio.Sound;
import org.vivavoce.turn.TurnAction;

/**
 * One sound over one reply: what the turn machine did about it, and when.
 *
 * @param firstAfterMs for each kind of action, by its name, when it came first, milliseconds after the sound began
 * @param loudMs       the most loud milliseconds that were taken for speech at a stretch
 * @param before       whether the partner was interrupted before there was any sound
 */
record OverReply(Map<String, Double> firstAfterMs, long loudMs, boolean before) {

    private static final int ROOM_ONLY_MS = 1500;
    private static final int EARLIEST_MS = 2000;
    private static final int LATEST_MS = 6000;
    private static final int AFTERWARDS_MS = 1500;

    static final String INTERRUPTED = "InterruptPartner";

    /** A sound at a moment of chance into a reply. */
    static OverReply of(PartnersReply reply, Room room, double[] sound, Random random) {
        Map<String, Double> first = new LinkedHashMap<>();
        long loudMs = 0;
        boolean before = false;
        try (RoomTalk talk = new RoomTalk(reply, room, random.nextLong())) {
            quiet(talk, ROOM_ONLY_MS);
            talk.partnerSpeaks();
            long begins = talk.now()
                    + (EARLIEST_MS + random.nextInt(LATEST_MS - EARLIEST_MS)) / RoomTalk.FRAME_MS
                            * (long) RoomTalk.FRAME_MS;
            long ends = begins + sound.length / Sound.CAPTURE_FRAME * (long) RoomTalk.FRAME_MS + AFTERWARDS_MS;
            while (talk.now() < ends) {
                int frame = (int) (talk.now() - begins) / RoomTalk.FRAME_MS;
                boolean begun = talk.now() >= begins;
                if (talk.now() == begins) {
                    talk.userBegins();
                }
                for (TurnAction action : talk.hear(frame(sound, begun ? frame : -1))) {
                    String name = action.getClass().getSimpleName();
                    before |= !begun && name.equals(INTERRUPTED);
                    if (begun) {
                        first.putIfAbsent(name, (double) (talk.now() - begins));
                    }
                }
                loudMs = begun ? Math.max(loudMs, talk.activity().loudMs()) : 0;
            }
        }
        return new OverReply(first, loudMs, before);
    }

    private static void quiet(RoomTalk talk, int ms) {
        for (int at = 0; at < ms; at += RoomTalk.FRAME_MS) {
            talk.hearNothing();
        }
    }

    private static double[] frame(double[] sound, int index) {
        double[] frame = new double[Sound.CAPTURE_FRAME];
        if (index >= 0 && (index + 1) * frame.length <= sound.length) {
            System.arraycopy(sound, index * frame.length, frame, 0, frame.length);
        }
        return frame;
    }

    boolean isInterrupted() {
        return firstAfterMs.containsKey(INTERRUPTED);
    }
}
