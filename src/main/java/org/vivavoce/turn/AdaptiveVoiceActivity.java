package org.vivavoce.turn;

/**
 * Voice activity above a learned noise floor, with hysteresis, a test for voicing, and a higher trigger while the partner sounds. Used
 * by the {@code session} thread.
 */
public final class AdaptiveVoiceActivity implements VoiceActivityDetector {

    private static final int VOICED_WINDOW_FRAMES = 30;
    private static final int ECHO_TAIL_MS = 300; // sound that left the loudspeaker comes back this late at most
    private static final int CALIBRATION_FRAMES = 50; // the first 500 ms of a session teach the floor only
    private static final int UNVOICED_AT_MOST_MS = 1000; // speech has a voiced sound more often; a fan switched on in mid-speech has none

    private final VoiceActivityValues values;
    private final NoiseFloor floor;
    private final ResidualEcho residual = new ResidualEcho();
    private final FrameWindow loud;
    private final FrameWindow loudRecently = new FrameWindow(VOICED_WINDOW_FRAMES);
    private final FrameWindow voicedRecently = new FrameWindow(VOICED_WINDOW_FRAMES);
    private VoiceActivity activity = VoiceActivity.NONE;
    private long candidateAt = -1;
    private long playingSince = -1;
    private long playedLastAt = Long.MIN_VALUE / 2;
    private long voicedLastAt = Long.MIN_VALUE / 2;
    private int frames;

    public AdaptiveVoiceActivity(VoiceActivityValues values) {
        this.values = values;
        this.floor = new NoiseFloor(values.floorWindowMs(), values.floorAtLeastDbfs());
        this.loud = new FrameWindow(values.startWindowMs() / VoiceActivityValues.FRAME_MS);
    }

    @Override
    public VoiceActivity accept(double dbfs, double periodicity, long atMillis, boolean partnerSounds) {
        boolean playing = echoIsPossible(atMillis, partnerSounds);
        double trigger = trigger(playing, atMillis);
        learn(dbfs, playing);
        return follow(dbfs, periodicity >= values.voicedPeriodicity(), trigger, atMillis);
    }

    @Override
    public VoiceActivity acceptMuted(long atMillis) {
        return follow(Double.NEGATIVE_INFINITY, false, values.leastDbfs(), atMillis);
    }

    private VoiceActivity follow(double dbfs, boolean voiced, double trigger, long atMillis) {
        frames++;
        boolean isLoud = dbfs >= trigger && frames > CALIBRATION_FRAMES;
        double stopBelow = trigger - (values.startAboveFloorDb() - values.stopAboveFloorDb());
        loud.add(isLoud);
        loudRecently.add(isLoud);
        voicedRecently.add(isLoud && voiced);
        if (voiced && dbfs >= stopBelow) {
            voicedLastAt = atMillis;
        }
        if (activity.speaking()) {
            goOn(dbfs >= stopBelow && atMillis - voicedLastAt <= UNVOICED_AT_MOST_MS, atMillis);
        } else {
            lookForStart(isLoud, atMillis);
        }
        return activity;
    }

    /** The noise floor in dBFS, for a level display. */
    public double floorDbfs() {
        return floor.dbfs();
    }

    private boolean echoIsPossible(long atMillis, boolean partnerSounds) {
        if (partnerSounds) {
            if (playingSince < 0) {
                playingSince = atMillis;
            }
            playedLastAt = atMillis;
        }
        boolean playing = atMillis - playedLastAt <= ECHO_TAIL_MS;
        if (!playing) {
            playingSince = -1;
        }
        return playing;
    }

    private double trigger(boolean playing, long atMillis) {
        double quietRoom = Math.max(floor.dbfs() + values.startAboveFloorDb(), values.leastDbfs());
        if (!playing) {
            return quietRoom;
        }
        double overEcho = Math.max(values.playingAtLeastDbfs(), residual.dbfs() + values.playingAboveResidualDb());
        double grace = atMillis - playingSince < values.graceMs() ? values.graceDb() : 0;
        return Math.max(quietRoom, overEcho + grace);
    }

    private void learn(double dbfs, boolean playing) {
        if (playing) {
            residual.learn(dbfs);
        } else {
            floor.learn(dbfs);
        }
    }

    private void lookForStart(boolean isLoud, long atMillis) {
        long frameStart = atMillis - VoiceActivityValues.FRAME_MS;
        if (isLoud && candidateAt < 0) {
            candidateAt = frameStart;
        } else if (loudRecently.count() == 0) {
            candidateAt = -1;
        }
        boolean longEnough = loud.count() * VoiceActivityValues.FRAME_MS >= values.startLoudMs();
        boolean voiced = voicedRecently.count() >= values.voicedShare() * loudRecently.count();
        if (isLoud && longEnough && voiced) {
            // Clicks and fans may have come before: they are not the beginning of this speech.
            long earliest = atMillis - (long) VOICED_WINDOW_FRAMES * VoiceActivityValues.FRAME_MS;
            activity = new VoiceActivity(true, Math.max(candidateAt, earliest), atMillis,
                    (long) loudRecently.count() * VoiceActivityValues.FRAME_MS);
        }
    }

    private void goOn(boolean isVoice, long atMillis) {
        if (isVoice) {
            activity = new VoiceActivity(true, activity.startedAt(), atMillis,
                    activity.loudMs() + VoiceActivityValues.FRAME_MS);
        } else if (activity.quietFor(atMillis) >= values.hangoverMs()) {
            activity = new VoiceActivity(false, activity.startedAt(), activity.lastVoiceAt(), activity.loudMs());
            candidateAt = -1;
            loud.clear();
            loudRecently.clear();
            voicedRecently.clear();
        }
    }
}
