package org.vivavoce.ai;

import java.time.Duration;

/**
 * Services that tell when an answer takes long: a server of one's own may load a model for minutes when it is first asked, and a user
 * who is told so waits, where one who is told nothing believes that the program hangs. Functions without state.
 */
public final class PatientServices {

    /** The slowest first byte of a healthy service is about 5 s (P99). */
    static final Duration LONG = Duration.ofSeconds(6);

    private PatientServices() {}

    /**
     * The same services.
     *
     * @param runner   has an alarm
     * @param listener is told of what takes long
     */
    public static Services of(Services services, HedgeRunner runner, SlownessListener listener) {
        return new Services((request, cancellation) -> {
            Wait wait = Wait.begin(Stage.TRANSCRIPTION, runner, listener);
            try {
                return services.speechToText().transcribe(request, cancellation);
            } finally {
                wait.over();
            }
        }, (request, onText, cancellation) -> {
            Wait wait = Wait.begin(Stage.CHAT, runner, listener);
            try {
                return services.languageModel().reply(request, text -> {
                    wait.over();
                    onText.accept(text);
                }, cancellation);
            } finally {
                wait.over();
            }
        }, (request, cancellation) -> {
            Wait wait = Wait.begin(Stage.SPEECH, runner, listener);
            try {
                return services.textToSpeech().speak(request, cancellation);
            } finally {
                wait.over();
            }
        }, services.warm(), services.onClose(), services.dictation());
    }

    /** A request that has not been answered. Thread-safe. */
    private static final class Wait {

        private final Stage stage;
        private final SlownessListener listener;
        private Cancellation.Registration alarm = () -> {
        };
        private boolean told; // this and below: guarded by this
        private boolean isOver;

        private Wait(Stage stage, SlownessListener listener) {
            this.stage = stage;
            this.listener = listener;
        }

        static Wait begin(Stage stage, HedgeRunner runner, SlownessListener listener) {
            Wait wait = new Wait(stage, listener);
            wait.alarm = runner.after(LONG, wait::isLong);
            return wait;
        }

        private synchronized void isLong() {
            if (!isOver) {
                told = true;
                listener.slow(stage);
            }
        }

        /** It has been answered, or has failed; the second call does nothing. */
        synchronized void over() {
            if (!isOver) {
                isOver = true;
                alarm.close();
                if (told) {
                    listener.over(stage);
                }
            }
        }
    }
}
