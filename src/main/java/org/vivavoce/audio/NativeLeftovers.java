package org.vivavoce.audio;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes away the copies of WebRTC's native library (23 MB each) that its loader leaves in the temporary folder: on Windows always, since
 * a loaded library cannot be deleted, elsewhere when loading failed. Thread-safe, without state.
 */
final class NativeLeftovers {

    private static final String NAMES = "{lib,}webrtc-java-*";

    /** What is younger may be about to be loaded by another process. */
    private static final Duration OLD = Duration.ofMinutes(1);

    private final Path folder;

    NativeLeftovers(Path folder) {
        this.folder = folder;
    }

    /** Deletes what earlier processes left. */
    void sweepOld() {
        sweep(FileTime.from(Instant.now().minus(OLD)));
    }

    /** Deletes what was just left by a failure to load, too. */
    void sweep() {
        sweep(FileTime.from(Instant.MAX));
    }

    private void sweep(FileTime youngest) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAMES)) {
            for (Path file : files) {
                delete(file, youngest);
            }
        } catch (IOException | RuntimeException e) {
            return; // a folder that cannot be read needs no sweeping
        }
    }

    private static void delete(Path file, FileTime youngest) {
        try {
            if (Files.isRegularFile(file) && Files.getLastModifiedTime(file).compareTo(youngest) <= 0) {
                Files.delete(file);
            }
        } catch (IOException e) {
            return; // in use by a running program, or somebody else's
        }
    }
}
