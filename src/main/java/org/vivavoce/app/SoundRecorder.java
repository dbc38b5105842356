package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.OpusEncoder;
import org.vivavoce.audio.RateConverter;
import org.vivavoce.audio.Sound;
import org.vivavoce.practice.Role;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.HistoryListener.Sounded;
import org.vivavoce.store.SessionWriter;

/**
 * Keeps the sound of a conversation as it happens, where the user allows it: one file a message. Told by the {@code session} thread, and
 * returns at once; files are made in the background, and a disk that is full or gone is told once and holds nothing up.
 */
final class SoundRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(SoundRecorder.class);

    private static final String NOT_KEPT = "The sound of this conversation cannot be kept: see whether the disk has room "
            + "and you may write to ";

    private final SessionWriter writer;
    private final Path folder;
    private final String sitting;
    private final BooleanSupplier allowed;
    private final Executor background;
    private final ConversationListener listener;
    private int files; // session thread
    private boolean told; // background, one after the other

    /**
     * Nothing is written yet.
     *
     * @param writer     keeps what is said, and where its sound is
     * @param recordings the folder with one folder for each conversation
     * @param sitting    sets the files of this sitting apart from those of earlier ones: letters, digits, {@code -}
     * @param allowed    whether the user wants sound to be kept, at any moment
     * @param background makes files, one after the other
     * @param listener   is told where that cannot be
     */
    SoundRecorder(SessionWriter writer, Path recordings, String sitting, BooleanSupplier allowed, Executor background,
            ConversationListener listener) {
        this.writer = writer;
        this.folder = recordings.resolve(writer.id().text());
        this.sitting = sitting;
        this.allowed = allowed;
        this.background = background;
        this.listener = listener;
    }

    /** Keeps the sound of a message. */
    void keep(Sounded sounded) {
        if (!allowed.getAsBoolean()) {
            return;
        }
        OptionalInt position = writer.position(sounded.index());
        String name = String.format(Locale.ROOT, "%s-%04d-%s.ogg", sitting, ++files,
                sounded.role() == Role.USER ? "you" : "partner");
        try {
            background.execute(() -> write(sounded, position, name));
        } catch (RejectedExecutionException e) {
            LOG.warn("A recording came after the end");
        }
    }

    private void write(Sounded sounded, OptionalInt position, String name) {
        try {
            EncodedAudio audio = new OpusEncoder()
                    .encode(atEncodersRate(Sound.joined(sounded.samples()), sounded.rate()));
            Files.createDirectories(folder);
            Path parts = folder.resolve(name + ".part");
            try {
                Files.write(parts, audio.bytes());
                Files.move(parts, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(parts);
            }
            writer.utterance(position, name, Duration.ofMillis(sounded.atMillis()), audio.duration());
        } catch (IOException | RuntimeException e) {
            LOG.warn("A recording could not be written ({})", e.getClass().getSimpleName());
            if (!told) {
                told = true;
                listener.on(new ConversationEvent.Noticed(NOT_KEPT + folder + "."));
            }
        }
    }

    private static short[] atEncodersRate(short[] samples, int rate) {
        if (rate == Sound.CAPTURE_RATE) {
            return samples;
        }
        RateConverter converter = new RateConverter(rate, Sound.CAPTURE_RATE);
        return Sound.joined(List.of(converter.convert(samples, 0, samples.length), converter.finish()));
    }
}
