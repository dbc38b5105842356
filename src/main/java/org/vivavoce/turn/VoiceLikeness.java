package org.vivavoce.turn;

/** Tells whether what was heard lately is a voice, and where it began. Functions of the values and the recent frames. */
final class VoiceLikeness {

    private final VoiceValues values;
    private final RecentFrames recent;

    VoiceLikeness(VoiceValues values, RecentFrames recent) {
        this.values = values;
        this.recent = recent;
    }

    /** @param trusted whether somebody has just spoken, and is believed more easily */
    boolean isVoice(boolean trusted) {
        int voiced = 0;
        int gliding = 0;
        double loudest = HeardFrame.SILENCE.dbfs();
        double amplitude = 0;
        double voicedAmplitude = 0;
        for (int ago = 0; ago < VoiceActivityValues.frames(values.lookBackMs()); ago++) {
            if (!recent.isLoud(ago)) {
                continue;
            }
            double frame = Math.pow(10, recent.dbfs(ago) / 20);
            amplitude += frame;
            loudest = Math.max(loudest, recent.dbfs(ago));
            if (recent.isVoiced(ago)) {
                voiced++;
                voicedAmplitude += frame;
                gliding += recent.isGliding(ago) ? 1 : 0;
            }
        }
        boolean glides = gliding >= VoiceActivityValues.frames(values.glideMs())
                && gliding >= values.glideShare() * voiced;
        boolean continues = trusted && voiced >= VoiceActivityValues.frames(values.trustedVoicedMs());
        return (glides || continues) && voicedAmplitude >= values.voicedShare() * amplitude
                && loudest >= values.loudestDbfs();
    }

    /**
     * How many frames ago the sound that goes on now began: its first loud frame, without what came long before the first voice.
     *
     * @param atMost frames that it can be ago at most
     */
    int beganAgo(int atMost) {
        int began = 0;
        int firstVoiced = 0;
        int quiet = 0;
        int most = Math.min(atMost, VoiceActivityValues.frames(values.beganAtMostMs()));
        for (int ago = 0; ago <= most && quiet <= VoiceActivityValues.frames(values.gapMs()); ago++) {
            int unvoiced = ago - firstVoiced;
            if (recent.isVoiced(ago)) {
                firstVoiced = ago;
                began = ago;
            } else if (recent.isLoud(ago) && unvoiced <= VoiceActivityValues.frames(values.unvoicedBeforeMs())) {
                began = ago;
            } else if (unvoiced > VoiceActivityValues.frames(values.unvoicedAtMostMs())) {
                break;
            }
            quiet = recent.isLoud(ago) ? 0 : quiet + 1;
        }
        return began;
    }
}
