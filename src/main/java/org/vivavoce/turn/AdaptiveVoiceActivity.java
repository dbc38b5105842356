package org.vivavoce.turn;

/**
 * Voice activity by level and pitch: the level must stand out from the room's noise for a quarter of a second, and the pitch must glide
 * as a voice's does. While the partner sounds the level must stand out from its echo, and a first suspicion is told before it is sure.
 * Used by the {@code session} thread.
 */
public final class AdaptiveVoiceActivity implements VoiceActivityDetector {

    /** Frames in which a suspicion looks for voice: 300 ms. */
    private static final int SUSPICION_FRAMES = 30;

    private enum State {
        QUIET,
        /** Over the partner there is a sound that may become speech. */
        SUSPECTED,
        /** What was suspected was no speech; it must end before anything is suspected again. */
        DISMISSED, SPEAKING
    }

    private final VoiceActivityValues values;
    private final LevelEvidence level;
    private final RecentFrames recent;
    private final VoiceLikeness likeness;
    private final PitchGlide glide = new PitchGlide();
    private final RoomNoise noise;
    private final UsersLevel user;
    private final PartnersEcho echo;
    private State state = State.QUIET;
    private VoiceActivity activity = VoiceActivity.NONE;
    private long suspectedAt;
    private long voicedLastAt;
    private long voiceEndedAt = Long.MIN_VALUE / 2;

    public AdaptiveVoiceActivity(VoiceActivityValues values) {
        this.values = values;
        EvidenceValues evidence = values.evidence();
        level = new LevelEvidence(evidence);
        recent = new RecentFrames(VoiceActivityValues.frames(evidence.averageMs()), evidence.least());
        likeness = new VoiceLikeness(values.voice(), recent);
        noise = new RoomNoise(values.noise());
        user = new UsersLevel(evidence.userFadesDbPerSecond());
        echo = new PartnersEcho(values.echo());
    }

    @Override
    public VoiceActivity accept(HeardFrame frame, long atMillis, boolean partnerSounds) {
        noise.tick();
        echo.partner(partnerSounds, frame.mayHoldEcho(), atMillis);
        boolean voiced = take(frame);
        if (echo.isPossible()) {
            echo.hear(frame.dbfs(), state == State.SPEAKING);
        } else {
            noise.hear(frame, voiced, recent.averageEvidence(), state == State.SPEAKING);
        }
        follow(atMillis);
        return activity;
    }

    @Override
    public VoiceActivity acceptMuted(long atMillis) {
        take(HeardFrame.SILENCE);
        follow(atMillis);
        return activity;
    }

    /** The level of the room's noise in dBFS, for a level display. */
    public double floorDbfs() {
        return noise.meanDbfs();
    }

    /** Puts a frame to the recent ones; says whether it is voiced. */
    private boolean take(HeardFrame frame) {
        boolean voiced = frame.periodicity() >= values.voice().voicedPeriodicity();
        user.fade();
        recent.add(evidence(frame.dbfs()), frame.dbfs(), voiced, glide.hear(frame, voiced));
        return voiced;
    }

    private double evidence(double dbfs) {
        if (echo.isPossible()) {
            double spread = Math.max(noise.spreadDb(), values.echo().spreadDb());
            return dbfs < values.echo().leastDbfs()
                    ? values.evidence().least()
                    : level.of(dbfs, quietMeanDbfs(), spread, user.dbfs());
        }
        return noise.isKnown()
                ? level.of(dbfs, noise.meanDbfs(), noise.spreadDb(), user.dbfs())
                : values.evidence().least();
    }

    private void follow(long atMillis) {
        switch (state) {
            case QUIET -> {
                if (isSpeech(atMillis)) {
                    begin(State.SPEAKING, atMillis);
                } else if (echo.isPossible() && isSuspicious()) {
                    suspectedAt = atMillis;
                    begin(State.SUSPECTED, atMillis);
                }
            }
            case SUSPECTED -> {
                if (isSpeech(atMillis)) {
                    state = State.SPEAKING;
                    activity = new VoiceActivity(true, activity.startedAt(), atMillis,
                            loudSince(activity.startedAt(), atMillis), echo.mayBeHeard());
                } else if (atMillis - suspectedAt > values.echo().suspectedAtMostMs()) {
                    end(State.DISMISSED);
                } else {
                    goOn(recent.isLoud(0), suspectedLoudMsAtMost(), atMillis);
                }
            }
            case DISMISSED -> {
                if (isSpeech(atMillis)) {
                    begin(State.SPEAKING, atMillis);
                } else if (recent.loud(VoiceActivityValues.frames(values.echo().windowMs())) == 0) {
                    state = State.QUIET;
                }
            }
            case SPEAKING -> {
                if (recent.isVoiced(0)) {
                    voicedLastAt = atMillis;
                    user.hear(recent.dbfs(0));
                }
                boolean lively = recent.averageEvidence() > values.evidence().goOn()
                        && atMillis - voicedLastAt <= values.voice().unvoicedAtMostMs();
                goOn(recent.isLoud(0) && lively, Long.MAX_VALUE, atMillis);
            }
        }
    }

    private boolean isSpeech(long atMillis) {
        boolean trusted = atMillis - voiceEndedAt <= values.voice().trustMs() && !echo.isPossible();
        return recent.averageEvidence() >= values.evidence().start() && likeness.isVoice(trusted);
    }

    private boolean isSuspicious() {
        EchoValues echoValues = values.echo();
        int window = VoiceActivityValues.frames(echoValues.windowMs());
        double strong = Math.max(echoValues.leastDbfs(), quietMeanDbfs() + echoValues.strongDb());
        boolean isStrong = recent.loud(window, strong) >= VoiceActivityValues.frames(echoValues.strongMs());
        boolean isLong = recent.loud(window) >= VoiceActivityValues.frames(echoValues.loudMs());
        return recent.isLoud(0) && (isStrong || (isLong && isVoicedLately()));
    }

    private boolean isVoicedLately() {
        return recent.voiced(SUSPICION_FRAMES) >= values.echo().voicedShare() * recent.loud(SUSPICION_FRAMES);
    }

    private long suspectedLoudMsAtMost() {
        boolean isLikely = recent.averageEvidence() >= values.evidence().start() && isVoicedLately();
        return isLikely ? values.echo().likelyLoudMs() : values.echo().suspectedLoudMs();
    }

    /** The level of echo or noise, whichever is louder. */
    private double quietMeanDbfs() {
        return Math.max(noise.meanDbfs(), echo.meanDbfs());
    }

    private void begin(State next, long atMillis) {
        long sinceVoice = (atMillis - voiceEndedAt) / VoiceActivityValues.FRAME_MS;
        int ago = likeness.beganAgo((int) Math.min(RecentFrames.CAPACITY, sinceVoice) - 1);
        long startedAt = atMillis - (ago + 1L) * VoiceActivityValues.FRAME_MS;
        long loudMs = loudSince(startedAt, atMillis);
        state = next;
        voicedLastAt = atMillis;
        activity = new VoiceActivity(true, startedAt, atMillis,
                next == State.SUSPECTED ? Math.min(loudMs, values.echo().suspectedLoudMs()) : loudMs,
                echo.mayBeHeard());
    }

    private long loudSince(long startedAt, long atMillis) {
        int frames = (int) Math.min(RecentFrames.CAPACITY, (atMillis - startedAt) / VoiceActivityValues.FRAME_MS);
        return (long) recent.loud(frames) * VoiceActivityValues.FRAME_MS;
    }

    private void goOn(boolean isVoice, long loudMsAtMost, long atMillis) {
        if (isVoice) {
            long loudMs = Math.min(loudMsAtMost, activity.loudMs() + VoiceActivityValues.FRAME_MS);
            activity = new VoiceActivity(true, activity.startedAt(), atMillis, loudMs, echo.mayBeHeard());
        } else if (activity.quietFor(atMillis) >= values.hangoverMs()) {
            end(State.QUIET);
        }
    }

    private void end(State next) {
        if (state == State.SPEAKING || activity.loudMs() > values.echo().suspectedLoudMs()) {
            voiceEndedAt = activity.lastVoiceAt(); // the partner may have paused for it: it is a sound of its own
        }
        state = next;
        activity = new VoiceActivity(false, activity.startedAt(), activity.lastVoiceAt(), activity.loudMs(),
                echo.mayBeHeard());
    }
}
