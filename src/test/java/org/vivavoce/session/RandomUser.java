package org.vivavoce.session;

import java.util.Random;
import org.vivavoce.turn.TurnEvent;

/**
 * Somebody who talks as people do: long and short, with pauses, unfinished, in the middle of the reply, with coughs and nods; and whose
 * hands find every key, also while talking. Devices come and go.
 */
final class RandomUser {

    private static final String[] ENDINGS = {"", "", "", "and", "um", "because", "let me think"};
    private static final String[] NODS = {"Mm-hm.", "Yeah.", "Stop.", "Wait."};
    private static final int LONGEST_SPEECH_MS = 40_000;

    private final SimulatedConversation talk;
    private final Random random;
    private int phase;

    RandomUser(SimulatedConversation talk, Random random) {
        this.talk = talk;
        this.random = random;
    }

    /** Is lively for so long, and leaves nothing half done but what was said. */
    void isActive(long ms) {
        phase++;
        speaksLater(phase);
        actsLater(phase);
        talk.passes(ms);
        phase++;
    }

    private void speaksLater(int inPhase) {
        long at = Math.max(talk.time.millis(), talk.user.silentFrom()) + 100 + random.nextInt(9000);
        talk.time.in(at - talk.time.millis(), () -> {
            if (phase == inPhase) {
                speaks(talk.time.millis());
                speaksLater(inPhase);
            }
        });
    }

    private void speaks(long now) {
        switch (random.nextInt(10)) {
            case 0 -> talk.user.coughs(now, 80 + random.nextInt(400));
            case 1, 2 -> talk.user.utters(now, 300 + random.nextInt(350), NODS[random.nextInt(NODS.length)]);
            case 3, 4 -> talk.user.speaks(now, 150 + random.nextInt(600), "");
            default -> speaksLong(now);
        }
    }

    /** A few sentences at most times, now and then a speech; breath is taken in between, or not at all. */
    private void speaksLong(long now) {
        long left = Math.min(LONGEST_SPEECH_MS, 500 + (long) (4000 * -Math.log(1 - random.nextDouble())));
        boolean breathes = random.nextInt(8) > 0;
        long at = now;
        while (left > 0) {
            int ms = (int) Math.min(left, breathes ? 400 + random.nextInt(4000) : left);
            left -= ms;
            talk.user.speaks(at, ms, left > 0 && random.nextBoolean() ? "" : ENDINGS[random.nextInt(ENDINGS.length)]);
            at += ms + 250 + random.nextInt(random.nextInt(4) == 0 ? 2500 : 700);
        }
    }

    private void actsLater(int inPhase) {
        talk.time.in(1000 + random.nextInt(14_000), () -> {
            if (phase == inPhase) {
                acts();
                actsLater(inPhase);
            }
        });
    }

    private void acts() {
        switch (random.nextInt(16)) {
            case 0, 1 -> talk.types();
            case 2, 3 -> talk.key(new TurnEvent.Done());
            case 4, 5, 6 -> talk.key(new TurnEvent.Stop());
            case 7, 8 -> {
                talk.key(new TurnEvent.HoldToTalk(true));
                later(5000, () -> talk.key(new TurnEvent.HoldToTalk(false)));
            }
            case 9, 10 -> {
                talk.key(new TurnEvent.Pause(true));
                later(6000, () -> talk.key(new TurnEvent.Pause(false)));
            }
            case 11, 12 -> talk.triesAgain();
            case 13 -> {
                talk.mutes(true);
                later(5000, () -> talk.mutes(false));
            }
            case 14 -> {
                talk.microphone(false);
                later(6000, () -> talk.microphone(true));
            }
            default -> {
                talk.loudspeaker(false);
                later(10_000, () -> talk.loudspeaker(true));
            }
        }
    }

    private void later(int mostMs, Runnable act) {
        talk.time.in(100 + random.nextInt(mostMs), act);
    }
}
