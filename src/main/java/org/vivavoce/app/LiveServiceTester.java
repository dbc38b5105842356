package org.vivavoce.app;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.ui.common.ServiceTester;

/** Tries the services for the window, with the voice of the first mode. Thread-safe. */
final class LiveServiceTester implements ServiceTester {

    private static final Logger LOG = LoggerFactory.getLogger(LiveServiceTester.class);

    private final VivaVoce program;

    LiveServiceTester(VivaVoce program) {
        this.program = program;
    }

    @Override
    public Attempt test(ServicePreset preset, Optional<String> key, Sample sample, Consumer<Result> each,
            Runnable end) {
        Cancellation cancellation = new Cancellation();
        Foundation foundation = program.foundation();
        program.threads().run("service-test", () -> {
            try {
                ServiceKeys keys = preset.ownServers()
                        ? ServiceKeys.kept(preset, foundation.keys())
                        : ServiceKeys.ofAll(key);
                ServiceMaker.Order asked = new ServiceMaker.Order(preset, keys,
                        foundation.settings().service().inClear(),
                        foundation.modes().modes().getFirst(), foundation.languages().english());
                short[] recorded = sample == Sample.MICROPHONE ? recorded(cancellation) : new short[0];
                program.probe().run(asked, recorded, told -> each.accept(new Result(told.well(), told.sentence())),
                        cancellation);
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

    /** Two seconds of the microphone; nothing where it cannot be opened. */
    private short[] recorded(Cancellation cancellation) {
        try {
            return new SoundTrial(program.conversations().soundSystem()).record(
                    program.foundation().settings().sound().microphone(), () -> !cancellation.isCancelled(), dbfs -> {
                    });
        } catch (AudioDeviceException e) {
            LOG.info("Services are tried with silence: {}", e.getClass().getSimpleName());
            return new short[0];
        }
    }
}
