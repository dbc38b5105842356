package org.vivavoce.openai.realtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.VoiceListener;

/** The open sockets of one conversation: one a voice, and so one, as a rule. Thread-safe; nothing blocks. */
final class SpeakingSessions {

    private final RealtimeService service;
    private final VoiceListener listener;
    private final Map<String, SpeakingSession> byVoice = new HashMap<>(); // this and all below: guarded by this
    private @Nullable SpeakingSession blank;
    private @Nullable String lastVoice;
    private boolean closed;

    SpeakingSessions(RealtimeService service, VoiceListener listener) {
        this.service = service;
        this.listener = listener;
    }

    /** The session of a voice; opened where there is none, or where it has ended or grown old. */
    synchronized SpeakingSession of(String voice) throws ServiceException {
        if (closed) {
            throw service.failures().cancelled();
        }
        lastVoice = voice;
        return session(voice);
    }

    /** Opens what the next sentence will need. Before the first, its voice is not known: only the socket is opened then. */
    synchronized void warm() {
        if (closed) {
            return;
        }
        if (lastVoice != null) {
            session(lastVoice);
        } else if (blank == null || !blank.isUsable()) {
            blank = SpeakingSession.open(service, listener);
        }
    }

    synchronized void close() {
        closed = true;
        byVoice.values().forEach(SpeakingSession::close);
        byVoice.clear();
        if (blank != null) {
            blank.close();
        }
    }

    private SpeakingSession session(String voice) {
        SpeakingSession known = byVoice.get(voice);
        if (known != null && known.isUsable()) {
            return known;
        }
        if (known != null) {
            known.retire();
        }
        SpeakingSession next = blank != null && blank.isUsable() ? blank : SpeakingSession.open(service, listener);
        blank = null;
        next.speakAs(voice);
        byVoice.put(voice, next);
        return next;
    }
}
