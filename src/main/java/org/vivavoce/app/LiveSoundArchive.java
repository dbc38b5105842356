package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vivavoce.audio.AudioDeviceException;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.OpusRecording;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.audio.SpeechDecoder;
import org.vivavoce.session.SessionThreads;
import org.vivavoce.store.Recordings;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredUtterance;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.SoundArchive;
import org.vivavoce.ui.common.SoundCheck;

/**
 * Plays what was recorded, and deletes it. Thread-safe; each recording sounds on a thread of its own.
 *
 * @param store       missing where it could not be opened
 * @param folder      with one folder for each conversation
 * @param devices     play
 * @param loudspeaker which of them
 * @param threads     make the threads on which it sounds
 */
record LiveSoundArchive(Optional<Store> store, Path folder, SoundSystem devices, Supplier<String> loudspeaker,
        SessionThreads threads) implements SoundArchive {

    private static final int SOON = Sound.PLAYBACK_RATE / 10; // whoever stops it hears no more than this

    @Override
    public long bytes() {
        return Recordings.bytes(folder);
    }

    @Override
    public void deleteAll() throws ArchiveException {
        Store open = store.orElseThrow(() -> new ArchiveException(LiveArchive.NOT_OPEN));
        try {
            new Recordings(open, folder).deleteAll();
        } catch (StoreException e) {
            throw new ArchiveException(e.problem().sentence());
        }
    }

    @Override
    public SoundCheck.Check play(SessionId session, StoredUtterance recording, Duration from,
            Consumer<Optional<String>> end) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        AtomicReference<@Nullable Loudspeaker> sounding = new AtomicReference<>();
        Path file = folder.resolve(session.text()).resolve(recording.file());
        threads.start("recording-plays", () -> end.accept(play(file, from, wanted, sounding)));
        return () -> {
            wanted.set(false);
            Loudspeaker open = sounding.get();
            if (open != null) {
                open.silence();
            }
        };
    }

    private Optional<String> play(Path file, Duration from, AtomicBoolean wanted,
            AtomicReference<@Nullable Loudspeaker> sounding) {
        try (OpusRecording recording = OpusRecording.open(file, from);
                Loudspeaker open = devices.openLoudspeaker(loudspeaker.get())) {
            sounding.set(open);
            Optional<short[]> samples = recording.next();
            while (wanted.get() && samples.isPresent()) {
                write(open, samples.get(), wanted);
                samples = recording.next();
            }
            if (wanted.get()) {
                open.drain();
            }
            return Optional.empty();
        } catch (AudioDeviceException e) {
            return Optional.of(e.sentence());
        } catch (SpeechDecoder.NotAudioException e) {
            return Optional.of("This recording is damaged, and cannot be played.");
        } catch (IOException e) {
            return Optional.of("This recording cannot be read any more: see whether " + file + " is there.");
        } finally {
            sounding.set(null);
        }
    }

    private static void write(Loudspeaker open, short[] samples, AtomicBoolean wanted) throws AudioDeviceException {
        for (int from = 0; from < samples.length && wanted.get(); from += SOON) {
            open.write(samples, from, Math.min(SOON, samples.length - from));
        }
    }
}
