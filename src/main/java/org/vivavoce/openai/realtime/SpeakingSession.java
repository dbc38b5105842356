package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.VoiceListener;

/**
 * One socket with one voice, which speaks sentence after sentence. Sentences are asked for by {@code reply-*} threads, events come on the
 * socket's thread, cancelling from anywhere; all is guarded by one lock, nothing blocks.
 */
final class SpeakingSession implements RealtimeSocket.Listener, SpokenSentence.Speaker {

    private static final Logger LOG = LoggerFactory.getLogger(SpeakingSession.class);

    /** OpenAI ends sessions after 60 minutes, in mid-sentence if need be: five before, the next sentence goes to a new one. */
    private static final Duration USED_FOR = Duration.ofMinutes(55);

    private enum State {
        /** The socket is being opened. */
        CONNECTING,
        /** The socket is open; nobody has said yet with which voice. */
        BLANK,
        /** The voice is set and not confirmed yet. */
        ADJUSTING,
        /** Sentences are spoken. */
        READY,
        /** The socket is gone. */
        ENDED
    }

    private final RealtimeService service;
    private final long openedNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Speaking speaking; // this and all below: guarded by lock
    private State state = State.CONNECTING;
    private @Nullable RealtimeSocket socket;
    private @Nullable String voice;
    private @Nullable ServiceException failure;
    private boolean reasons;
    private boolean everReady;
    private boolean voiceRefused;
    private boolean retired;

    private SpeakingSession(RealtimeService service, VoiceListener listener) {
        this.service = service;
        this.openedNanos = service.nanoTime().getAsLong();
        this.speaking = new Speaking(service, this, this::send, listener::reworded);
        this.reasons = service.model().contains("realtime-2"); // the first of them that can
    }

    /** Begins to connect and returns at once. */
    static SpeakingSession open(RealtimeService service, VoiceListener listener) {
        SpeakingSession session = new SpeakingSession(service, listener);
        session.lock.lock(); // what happens on the socket waits until it is known here
        try {
            session.socket = RealtimeSocket.open(service, session);
        } finally {
            session.lock.unlock();
        }
        return session;
    }

    /** Sets the voice; once, for it cannot change after the first sentence. */
    void speakAs(String name) {
        lock.lock();
        try {
            voice = name;
            if (state == State.BLANK) {
                adjust(name);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a sentence; returns at once. */
    SpokenSentence ask(SpeechRequest request, Cancellation cancellation) {
        SpokenSentence sentence;
        lock.lock();
        try {
            sentence = speaking.add(request);
            if (failure != null) {
                speaking.failAll(failure);
            } else {
                goOn();
            }
        } finally {
            lock.unlock();
        }
        sentence.cancelledBy(cancellation);
        return sentence;
    }

    /** Whether it takes further sentences. */
    boolean isUsable() {
        lock.lock();
        try {
            return state != State.ENDED && !retired
                    && service.nanoTime().getAsLong() - openedNanos < USED_FOR.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it could speak once: what fails then may succeed on another socket. */
    boolean wasReady() {
        lock.lock();
        try {
            return everReady;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it ended because the service does not have the voice. */
    boolean refusedVoice() {
        lock.lock();
        try {
            return voiceRefused;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more sentences and closes after the last. */
    void retire() {
        lock.lock();
        try {
            retired = true;
            goOn();
        } finally {
            lock.unlock();
        }
    }

    /** Breaks off what is under way, as cancelled, and closes. */
    void close() {
        ended(service.failures().cancelled());
    }

    @Override
    public void opened() {
        lock.lock();
        try {
            if (state == State.CONNECTING) {
                state = State.BLANK;
                if (voice != null) {
                    adjust(voice);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void event(JsonNode event) {
        lock.lock();
        try {
            switch (event.path("type").asText("")) {
                case "session.updated" -> adjusted();
                case "error" -> error(event.path("error"));
                default -> speaking.take(event);
            }
            goOn();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(ServiceException reason) {
        lock.lock();
        try {
            if (state != State.ENDED) {
                state = State.ENDED;
                failure = reason;
                speaking.failAll(reason);
                if (socket != null) {
                    socket.cancel();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void givenUp(SpokenSentence sentence) {
        lock.lock();
        try {
            speaking.giveUp(sentence, retired);
            goOn();
        } finally {
            lock.unlock();
        }
    }

    /** The socket may be as dead as it is silent: the next sentence goes elsewhere. */
    @Override
    public void stalled(SpokenSentence sentence) {
        lock.lock();
        try {
            retired = true;
            speaking.giveUp(sentence, true);
            goOn();
        } finally {
            lock.unlock();
        }
    }

    private void adjust(String name) {
        state = State.ADJUSTING;
        send(SpeakingEvents.sessionUpdate("update", name, reasons));
    }

    private void adjusted() {
        if (state == State.ADJUSTING) {
            state = State.READY;
            everReady = true;
        }
    }

    private void error(JsonNode error) {
        String code = error.path("code").asText("");
        LOG.debug("The Realtime service reports {}", code);
        if (code.equals("session_expired")) {
            ended(service.failures().closed(code));
        } else if (state == State.READY) {
            speaking.error(error);
        } else if (reasons && voice != null && names(error, "reasoning")) {
            reasons = false;
            adjust(voice);
        } else {
            voiceRefused = names(error, "voice");
            ended(service.failures().reported(error, List.of()));
        }
    }

    private static boolean names(JsonNode error, String field) {
        return error.path("param").asText("").contains(field) || error.path("message").asText("").contains(field);
    }

    /** After anything that may let the next sentence go out, or have been the last. */
    private void goOn() {
        if (state == State.READY) {
            speaking.sendWaiting();
        }
        if (retired && speaking.isIdle()) {
            ended(service.failures().silent()); // for whoever just took it to ask for a sentence: that goes elsewhere then
        }
    }

    private void send(ObjectNode event) {
        if (socket != null) {
            socket.send(event);
        }
    }
}
