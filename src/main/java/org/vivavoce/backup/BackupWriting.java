package org.vivavoce.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;

/**
 * Writes all that is kept to one file, whole or not at all, also while conversations are held. Any thread that may wait for the disk.
 *
 * @param folder what is kept
 * @param store  the conversations in it
 * @param clock  dates the backup
 */
public record BackupWriting(DataFolder folder, Store store, Clock clock) {

    /**
     * Writes it.
     *
     * @param file replaced where it is there
     * @throws BackupException where it cannot be written; a file that was there is as it was
     */
    public void write(Path file) throws BackupException {
        Path parts = file.resolveSibling(file.getFileName() + ".part");
        try {
            Path aside = Files.createTempDirectory(folder.path(), "backup");
            Path copy = aside.resolve("vivavoce.db");
            try {
                store.copyTo(copy);
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(parts), StandardCharsets.UTF_8)) {
                    fill(zip, copy);
                }
                Files.move(parts, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(aside);
                Files.deleteIfExists(parts);
            }
        } catch (StoreException e) {
            throw new BackupException("No backup was made. " + e.problem().sentence());
        } catch (IOException | UncheckedIOException | SecurityException e) {
            throw new BackupException("No backup was made, as " + file
                    + " could not be written: see whether you may write there and the disk has room.");
        }
    }

    private void fill(ZipOutputStream zip, Path copy) throws IOException {
        put(zip, BackupContents.LABEL, """
                {"format": "%s", "version": %d, "made": "%s"}
                """.formatted(BackupContents.FORMAT, BackupContents.VERSION, clock.instant()));
        put(zip, folder.path().relativize(folder.database()), copy);
        List<Path> others = BackupContents.of(folder).stream().filter(each -> !each.equals(folder.database()))
                .toList();
        for (Path each : others) {
            for (Path file : files(each)) {
                put(zip, folder.path().relativize(file), file);
            }
        }
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void put(ZipOutputStream zip, Path place, Path file) throws IOException {
        String name = place.toString().replace('\\', '/');
        if (!BackupContents.allows(name) || name.endsWith(".part")) {
            return; // somebody else's, or not complete
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            zip.setLevel(name.startsWith("recordings/") ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(name));
            bytes.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException e) {
            // a recording that was deleted meanwhile
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
