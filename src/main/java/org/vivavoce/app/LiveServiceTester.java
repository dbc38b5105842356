package org.vivavoce.app;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.ServiceCheck;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.ui.common.ServiceTester;

/** Tries the services for the window with a second of silence, a word to answer and a word to speak. Thread-safe. */
final class LiveServiceTester implements ServiceTester {

    private final VivaVoce program;

    LiveServiceTester(VivaVoce program) {
        this.program = program;
    }

    @Override
    public Attempt test(ServicePreset preset, Optional<String> key, Consumer<Result> each, Runnable end) {
        Cancellation cancellation = new Cancellation();
        program.threads().run("service-test", () -> {
            try {
                run(preset, key, each, cancellation);
            } catch (StartingConversation.CannotStartException e) {
                each.accept(new Result(false, "It cannot be tried: " + e.getMessage()));
            } finally {
                if (!cancellation.isCancelled()) {
                    end.run();
                }
            }
        });
        return cancellation::cancel;
    }

    private void run(ServicePreset preset, Optional<String> key, Consumer<Result> each, Cancellation cancellation) {
        Mode mode = program.foundation().modes().modes().getFirst();
        Language language = program.foundation().languages().english();
        TranscriptionRequest silence = new TranscriptionRequest(new WavEncoder().encode(new short[Sound.CAPTURE_RATE]),
                Optional.of(language.code()), "");
        ServiceKeys keys = preset.ownServers()
                ? ServiceKeys.kept(preset, program.foundation().keys())
                : ServiceKeys.ofAll(key);
        Set<String> inClear = program.foundation().settings().service().inClear();
        try (Services services = program.conversations()
                .services().trial(new ServiceMaker.Order(preset, keys, inClear, mode, language), VoiceListener.NONE)
                .services()) {
            new ServiceCheck(services, System::nanoTime).run(silence, mode.voice(), result -> {
                if (!cancellation.isCancelled()) {
                    each.accept(new Result(result.ok(), sentence(result)));
                }
            }, cancellation);
        }
    }

    private static String sentence(ServiceCheck.Result result) {
        String name = result.stage().spokenName();
        return result.failure().map(failure -> failure.sentence())
                .orElse(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " answers in "
                        + Math.round(result.took().toMillis() / 10.0) / 100.0
                        + " s.");
    }
}
