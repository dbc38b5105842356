package org.vivavoce.session;

import java.time.Duration;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Transcript;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.turn.TurnEvent;

/** What reaches the {@code session} thread, in one queue. */
sealed interface SessionEvent {

    /** 10 ms of cleaned sound. */
    record Frame(short[] samples, SoundLevel level, boolean mayHoldEcho, long atMillis) implements SessionEvent {}

    /** Time passes, where no frame tells. */
    record Tick() implements SessionEvent {}

    record Begin() implements SessionEvent {}

    record Key(TurnEvent event) implements SessionEvent {}

    record Mute(boolean muted) implements SessionEvent {}

    record Type(String text) implements SessionEvent {
        @Override
        public String toString() {
            return "Type"; // what was said never enters a log
        }
    }

    /** The partner is to know something that nobody said. */
    record Direct(String direction) implements SessionEvent {
        @Override
        public String toString() {
            return "Direct"; // it may hold what was said
        }
    }

    /** The partner gives the user time for an answer. */
    record SetTimer(Duration length, String what) implements SessionEvent {
        @Override
        public String toString() {
            return "SetTimer[" + length + "]"; // what was said never enters a log
        }
    }

    record CancelTimer() implements SessionEvent {}

    record TryAgain() implements SessionEvent {}

    record Close() implements SessionEvent {}

    record PieceTranscribed(long piece, Transcript transcript) implements SessionEvent {}

    record PieceFailed(long piece, ServiceException failure) implements SessionEvent {}

    record SentenceReady(long reply, int index, String text) implements SessionEvent {
        @Override
        public String toString() {
            return "SentenceReady " + index; // what was said never enters a log
        }
    }

    record ReplyWritten(long reply, Completion completion) implements SessionEvent {}

    record ReplyFailed(long reply, ServiceException failure) implements SessionEvent {}

    record SentenceSounds(long reply, int index) implements SessionEvent {}

    /** A phrase to be said aside was spoken: its samples at {@link org.vivavoce.audio.Sound#PLAYBACK_RATE}. */
    record AsideReady(short[] samples) implements SessionEvent {}

    /** All there is of a reply has sounded. */
    record ReplySounded(long reply) implements SessionEvent {}

    record MicrophoneChanged(boolean there, String sentence) implements SessionEvent {}

    record LoudspeakerChanged(boolean there, String sentence) implements SessionEvent {}
}
