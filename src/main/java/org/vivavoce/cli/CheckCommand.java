package org.vivavoce.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.app.AppThreads;
import org.vivavoce.app.Foundation;
import org.vivavoce.app.ServiceKeys;
import org.vivavoce.app.ServiceMaker;
import org.vivavoce.app.ServiceParts;
import org.vivavoce.app.SoundTrial;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServiceCheck;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.ServicePreset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce check}: tries everything a conversation needs and says what works and what to do. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Try microphone, loudspeaker, echo cancelling and each service; exit code 0 when all is well.")
final class CheckCommand implements Callable<Integer> {

    private static final int LISTEN_LEVELS = 40; // two seconds
    private static final double QUIET_DBFS = -70;

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Mixin
    private TalkOptions options = new TalkOptions();

    private boolean allWell = true;

    @Override
    public Integer call() {
        AppThreads.atShutdown("check-end", System.out::flush);
        VivaVoceCommand root = parent;
        try (VivaVoce program = new VivaVoce(root == null ? Optional.empty() : root.data())) {
            Foundation foundation = program.foundation();
            TalkChoice choice = TalkChoice.of(options, foundation);
            foundation.problems().forEach(sentence -> tell(false, sentence));
            SoundTrial trial = new SoundTrial(program.conversations().soundSystem());
            checkMicrophone(trial, choice.settings().sound().microphone());
            checkLoudspeaker(trial, choice.settings().sound().loudspeaker());
            checkEchoCancelling();
            checkServices(program, choice);
        } catch (TalkChoice.WrongUsageException e) {
            System.err.println(e.getMessage());
            return ExitCodes.WRONG_USAGE;
        }
        return allWell ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void checkMicrophone(SoundTrial trial, String name) {
        double[] levels = new double[LISTEN_LEVELS];
        int[] heard = {0};
        try {
            trial.listen(name, () -> heard[0] < LISTEN_LEVELS, dbfs -> levels[heard[0]++] = dbfs);
            double loudest = Arrays.stream(levels).max().orElse(-100);
            Arrays.sort(levels);
            String sentence = "Microphone: from " + Math.round(levels[LISTEN_LEVELS / 10]) + " to "
                    + Math.round(loudest) + " dBFS in two seconds";
            tell(true,
                    sentence + (loudest < QUIET_DBFS ? " (silence: if you spoke, choose another microphone)." : "."));
        } catch (AudioDeviceException e) {
            tell(false, "Microphone: " + e.sentence());
        }
    }

    private void checkLoudspeaker(SoundTrial trial, String name) {
        try {
            trial.chime(name, () -> true);
            tell(true, "Loudspeaker: three notes were played.");
        } catch (AudioDeviceException e) {
            tell(false, "Loudspeaker: " + e.sentence());
        }
    }

    private void checkEchoCancelling() {
        EchoCancellers.Choice chosen = new EchoCancellers().open();
        chosen.canceller().close();
        tell(chosen.reason().isEmpty(), "Echo: " + chosen.reason().orElse("cancelled by WebRTC's module."));
    }

    private void checkServices(VivaVoce program, TalkChoice choice) {
        Foundation foundation = program.foundation();
        ServicePreset preset = foundation.presets().inUse(choice.settings().service(), foundation.keys());
        Optional<String> key = foundation.keys().key(preset.key());
        System.out
                .println("Services: " + preset.name() + (preset.needsKey() && key.isEmpty() ? ", without a key" : ""));
        Mode mode = choice.mode();
        OpenAiServices made = program.conversations().services().trial(
                new ServiceMaker.Order(preset, ServiceKeys.kept(preset, foundation.keys()),
                        choice.settings().service().inClear(), mode, choice.language()),
                voice -> System.out.println("! " + voice.sentence()));
        EncodedAudio silence = new WavEncoder().encode(new short[Sound.CAPTURE_RATE]);
        try (Services services = made.services()) {
            new ServiceCheck(services, System::nanoTime).run(
                    new TranscriptionRequest(silence, Optional.of(choice.language().code()), ""),
                    mode.voice(),
                    result -> tell(result.ok(),
                            "  " + ServiceParts.model(ServiceParts.of(preset, result.stage()), mode, choice.language())
                                    + ": "
                                    + result.failure().map(failure -> failure.sentence())
                                            .orElse("answers in " + seconds(result.took()) + ".")),
                    new Cancellation());
        }
        program.calendar().asked(preset, key).forEach(end -> System.out.println("! " + end.sentence()));
        System.out.println("Models and prices are those known on " + foundation.models().asOf() + ".");
    }

    private static String seconds(Duration duration) {
        return Math.round(duration.toMillis() / 10.0) / 100.0 + " s";
    }

    private void tell(boolean well, String sentence) {
        allWell &= well;
        System.out.println((well ? "✓ " : "✗ ") + sentence);
    }
}
