package org.vivavoce.offline;

import java.io.IOException;
import java.io.InputStream;

/** Passes a WAV file that a voice program writes on to a sink, as it comes. One thread. */
final class WavOutput {

    private static final int SAMPLES_AT_ONCE = 4096;

    private WavOutput() {}

    static void copy(InputStream output, PcmSink sink) throws VoiceException, IOException {
        WavStream wav;
        try {
            wav = new WavStream(output);
        } catch (WavStream.NotWavException e) {
            throw new VoiceException("The voice of this computer gave no sound.");
        }
        sink.begin(wav.sampleRate());
        short[] buffer = new short[SAMPLES_AT_ONCE];
        for (int count = wav.read(buffer); count >= 0; count = wav.read(buffer)) {
            sink.samples(buffer, count);
        }
    }
}
