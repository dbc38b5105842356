package org.vivavoce.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.SpeechDecoder.NotAudioException;
import org.vivavoce.audio.UtteranceFile;
import org.vivavoce.session.KeptUtterance;
import org.vivavoce.session.UtteranceKeeper;

/**
 * Keeps utterances as files of the data folder until they are understood. Thread-safe. Where nothing can be written they stay in memory
 * with the conversation.
 */
final class UnsentUtterances implements UtteranceKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(UnsentUtterances.class);

    /** What the user said; what was only overheard while the partner spoke has a number below 0. */
    private static final Pattern NAME = Pattern.compile("(?<sitting>.*[^-])-(?<piece>\\d{1,18})-utterance\\.\\w+");

    private final Path folder;
    private final String prefix;
    private final Map<Long, Path> kept = new HashMap<>(); // this and below: guarded by this
    private final Set<Long> released = new HashSet<>();

    /** A file that an earlier sitting left. */
    private record Left(String sitting, long piece, Path file) {}

    /**
     * Keeps in a folder.
     *
     * @param folder of this conversation alone; made when it is needed, and deleted when nothing is in it
     * @param prefix sets the files of this sitting apart from those of others, and comes after theirs in the order of letters
     */
    UnsentUtterances(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /**
     * What earlier sittings left, oldest first, numbered from 1; called before anything else is kept. It stays where it is until it is
     * released. What cannot be read stays too, and is left out.
     */
    synchronized List<KeptUtterance> left() {
        List<KeptUtterance> utterances = new ArrayList<>();
        for (Left left : files()) {
            try {
                long piece = utterances.size() + 1L;
                utterances.add(new KeptUtterance(piece, UtteranceFile.samples(Files.readAllBytes(left.file()))));
                kept.put(piece, left.file());
            } catch (IOException | NotAudioException e) {
                LOG.warn("A kept utterance could not be read ({})", e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return utterances;
            }
        }
        return utterances;
    }

    private List<Left> files() {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.flatMap(file -> {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                return name.matches()
                        ? Stream.of(new Left(part(name, "sitting"), Long.parseLong(part(name, "piece")), file))
                        : Stream.empty();
            }).sorted(Comparator.comparing(Left::sitting).thenComparingLong(Left::piece)).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Kept utterances could not be looked for ({})", e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static String part(Matcher name, String group) {
        return Objects.requireNonNull(name.group(group));
    }

    @Override
    public synchronized void keep(long piece, EncodedAudio audio) {
        if (released.contains(piece) || kept.containsKey(piece)) {
            return; // a short one may be understood before it is written
        }
        Path file = folder.resolve(prefix + "-" + piece + "-" + audio.format().fileName());
        try {
            Files.createDirectories(folder);
            Path part = Files.write(file.resolveSibling(file.getFileName() + ".part"), audio.bytes());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE); // whole, whatever ends the program now
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
                deleteWhereEmpty();
            } catch (IOException e) {
                LOG.warn("A kept utterance could not be deleted ({})", e.getClass().getSimpleName());
            }
        }
    }

    private void deleteWhereEmpty() throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("Other utterances are still kept");
        }
    }
}
