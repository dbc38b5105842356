package org.vivavoce.audio;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Chooses the best echo canceller this computer can run. Thread-safe, without state. */
public final class EchoCancellers {

    /**
     * What was chosen.
     *
     * @param canceller open; to be closed by whoever asked
     * @param reason    why echo is not cancelled, one sentence for the user; empty where it is
     */
    public record Choice(EchoCanceller canceller, Optional<String> reason) {}

    private final Supplier<EchoCanceller> best;
    private final NativeLeftovers leftovers;

    /** With WebRTC's canceller as the best. */
    public EchoCancellers() {
        this(WebRtcEchoCanceller::new,
                new NativeLeftovers(Path.of(Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "."))));
    }

    EchoCancellers(Supplier<EchoCanceller> best, NativeLeftovers leftovers) {
        this.best = best;
        this.leftovers = leftovers;
    }

    /** Opens the best there is; never fails. Takes up to a second the first time: the native library is unpacked and loaded. */
    public Choice open() {
        leftovers.sweepOld();
        try {
            return new Choice(best.get(), Optional.empty());
        } catch (LinkageError | RuntimeException e) { // no library for this platform, or one that it needs is missing
            leftovers.sweep();
            return new Choice(new FilterEchoCanceller(), Optional.of(
                    "Echo is not cancelled, because WebRTC's sound library does not load on this computer: use headphones."));
        }
    }
}
