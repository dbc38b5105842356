package org.vivavoce.app;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionClock;
import org.vivavoce.session.Trace;

/**
 * Notes where the voice does otherwise than it was asked: each time in the trace; of another voice the user is told. Thread-safe.
 */
record TracedVoice(Trace trace, SessionClock clock, ConversationListener listener) implements VoiceListener {

    private static final Logger LOG = LoggerFactory.getLogger(TracedVoice.class);

    @Override
    public void reworded() {
        trace.event(clock.millis(), "voice-reworded", Map.of());
    }

    @Override
    public void replaced(ReplacedVoice voice) {
        LOG.warn("{}", voice.sentence());
        listener.on(new ConversationEvent.Noticed(voice.sentence()));
        trace.event(clock.millis(), "voice-replaced", Map.of("wanted", voice.wanted(), "used", voice.used()));
    }
}
