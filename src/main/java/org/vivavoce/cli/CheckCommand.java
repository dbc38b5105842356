package org.vivavoce.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.app.AppThreads;
import org.vivavoce.app.Foundation;
import org.vivavoce.app.ServiceKeys;
import org.vivavoce.app.ServiceMaker;
import org.vivavoce.app.SoundTrial;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.settings.ServicePreset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce check}: tries everything a conversation needs and says what works and what to do. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Try microphone, loudspeaker, echo cancelling and each service; exit code 0 when all is well.")
final class CheckCommand implements Callable<Integer> {

    private static final double SILENT_DBFS = -100;
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
            short[] recorded = checkMicrophone(trial, choice.settings().sound().microphone());
            checkLoudspeaker(trial, choice.settings().sound().loudspeaker());
            checkEchoCancelling();
            checkServices(program, choice, recorded);
        } catch (TalkChoice.WrongUsageException e) {
            System.err.println(e.getMessage());
            return ExitCodes.WRONG_USAGE;
        }
        return allWell ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    /** Two seconds of the microphone, by which the services are tried too; nothing where it cannot be opened. */
    private short[] checkMicrophone(SoundTrial trial, String name) {
        System.out.println(
                "Say a few words now: two seconds go to the services that are tried, and nothing of it is kept.");
        List<Double> levels = new ArrayList<>();
        try {
            short[] recorded = trial.record(name, () -> true, levels::add);
            levels.sort(Double::compare);
            double loudest = levels.isEmpty() ? SILENT_DBFS : levels.getLast();
            double quiet = levels.isEmpty() ? SILENT_DBFS : levels.get(levels.size() / 10);
            String sentence = "Microphone: from " + Math.round(quiet) + " to " + Math.round(loudest)
                    + " dBFS in two seconds";
            tell(true,
                    sentence + (loudest < QUIET_DBFS ? " (silence: if you spoke, choose another microphone)." : "."));
            return recorded;
        } catch (AudioDeviceException e) {
            tell(false, "Microphone: " + e.sentence());
            return new short[0];
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

    private void checkServices(VivaVoce program, TalkChoice choice, short[] recorded) {
        Foundation foundation = program.foundation();
        ServicePreset preset = foundation.presets().inUse(choice.settings().service(), foundation.keys());
        Optional<String> key = foundation.keys().key(preset.key());
        System.out
                .println("Services: " + preset.name() + (preset.needsKey() && key.isEmpty() ? ", without a key" : ""));
        program.probe().run(
                new ServiceMaker.Order(preset, ServiceKeys.kept(preset, foundation.keys()),
                        choice.settings().service().inClear(), choice.mode(), choice.language()),
                recorded, told -> tell(told.well(), "  " + told.model() + ": " + told.sentence()), new Cancellation());
        program.calendar().asked(preset, key).forEach(end -> System.out.println("! " + end.sentence()));
        System.out.println("Models and prices are those known on " + foundation.models().asOf() + ".");
    }

    private void tell(boolean well, String sentence) {
        allWell &= well;
        System.out.println((well ? "✓ " : "✗ ") + sentence);
    }
}
