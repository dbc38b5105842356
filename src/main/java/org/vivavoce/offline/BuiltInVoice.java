package org.vivavoce.offline;

import java.io.IOException;
import org.vivavoce.practice.Language;

/** A voice of this computer. Any thread; several may speak at once. */
public interface BuiltInVoice {

    /** Whether it can speak a language. */
    boolean speaks(Language language);

    /**
     * Speaks; returns when the last sample is in the sink.
     *
     * @throws VoiceException when it cannot
     * @throws IOException    when the sink takes no more
     */
    void speak(VoiceRequest request, PcmSink sink) throws VoiceException, IOException;

    /** A noun phrase for the user, such as "espeak-ng 1.51 (all 13 languages)". */
    String describe();
}
