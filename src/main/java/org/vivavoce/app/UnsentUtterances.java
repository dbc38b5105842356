package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.session.UtteranceKeeper;

/**
 * Keeps utterances as files of the data folder until they are understood. Thread-safe. Where nothing can be written they stay in memory
 * with the conversation.
 */
final class UnsentUtterances implements UtteranceKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(UnsentUtterances.class);

    private final Path folder;
    private final String prefix;
    private final Map<Long, Path> kept = new HashMap<>(); // this and below: guarded by this
    private final Set<Long> released = new HashSet<>();

    /**
     * Keeps in a folder.
     *
     * @param folder made when it is needed
     * @param prefix sets the files of this conversation apart from others
     */
    UnsentUtterances(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    @Override
    public synchronized void keep(long piece, EncodedAudio audio) {
        if (released.contains(piece) || kept.containsKey(piece)) {
            return; // a short one may be understood before it is written
        }
        Path file = folder.resolve(prefix + "-" + piece + "-" + audio.format().fileName());
        try {
            Files.createDirectories(folder);
            Files.write(file, audio.bytes());
            kept.put(piece, file);
        } catch (IOException e) {
            LOG.warn("An utterance could not be kept on disk ({})", e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void release(long piece) {
        released.add(piece);
        Path file = kept.remove(piece);
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("A kept utterance could not be deleted ({})", e.getClass().getSimpleName());
            }
        }
    }
}
