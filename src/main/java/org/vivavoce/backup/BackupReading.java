package org.vivavoce.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.store.KeptFile;

/**
 * Looks a backup through and lays what is in it ready beside what is there, which stays untouched. Any thread that may wait for the disk.
 *
 * @param folder where it is to be restored
 */
public record BackupReading(DataFolder folder) {

    private static final long MOST_FILES = 1_000_000;
    private static final long ROOM_LEFT = 50_000_000; // bytes: a full disk would be the next trouble
    private static final int BUFFER = 65_536;

    /**
     * Makes a backup ready for {@link BackupSwap}.
     *
     * @throws BackupException where it is broken, of a newer version or too large; nothing is changed then
     */
    public void prepare(Path file) throws BackupException {
        Path parts = folder.path().resolve("restore.tmp");
        try {
            Tree.delete(parts);
            try {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    check(zip);
                    unpack(zip, parts);
                }
                check(parts);
                Path ready = BackupSwap.ready(folder);
                Tree.delete(ready);
                Files.move(parts, ready);
            } finally {
                Tree.delete(parts);
            }
        } catch (ZipException | JacksonException e) {
            throw damaged();
        } catch (IOException | SecurityException e) {
            throw new BackupException("Nothing was restored, as " + file + " or the data folder " + folder.path()
                    + " could not be read or written: see whether both are there and the disk has room.");
        }
    }

    private void check(ZipFile zip) throws BackupException, IOException {
        ZipEntry label = zip.getEntry(BackupContents.LABEL);
        if (label == null || label.getSize() > BackupContents.mostBytes(BackupContents.LABEL)) {
            throw new BackupException("Nothing was restored: this file is no backup of Viva Voce.");
        }
        JsonNode told;
        try (InputStream in = Objects.requireNonNull(zip.getInputStream(label))) {
            told = JsonMapper.builder().build().readTree(in);
        }
        if (!told.path("format").asText().equals(BackupContents.FORMAT)) {
            throw new BackupException("Nothing was restored: this file is no backup of Viva Voce.");
        }
        if (told.path("version").asInt() > BackupContents.VERSION) {
            throw newer();
        }
        List<? extends ZipEntry> entries = zip.stream().toList();
        long bytes = 0;
        for (ZipEntry entry : entries) {
            long size = entry.getSize();
            if (!BackupContents.allows(entry.getName()) || size < 0
                    || size > BackupContents.mostBytes(entry.getName())) {
                throw damaged();
            }
            bytes = Math.addExact(bytes, size);
        }
        if (entries.size() > MOST_FILES) {
            throw damaged();
        }
        if (bytes + ROOM_LEFT > Files.getFileStore(folder.path()).getUsableSpace()) {
            throw new BackupException("Nothing was restored: the disk has too little room for this backup, which takes "
                    + bytes / 1_000_000 + " MB.");
        }
    }

    private static void unpack(ZipFile zip, Path into) throws IOException, BackupException {
        Files.createDirectories(into);
        byte[] buffer = new byte[BUFFER];
        for (ZipEntry entry : zip.stream().toList()) {
            Path target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) {
                throw damaged();
            }
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            long left = entry.getSize(); // what claims to be small and is not is damaged
            try (InputStream in = Objects.requireNonNull(zip.getInputStream(entry));
                    OutputStream out = Files.newOutputStream(target)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw damaged();
                    }
                    out.write(buffer, 0, read);
                }
            }
            if (left != 0) {
                throw damaged();
            }
        }
    }

    private void check(Path unpacked) throws BackupException {
        switch (KeptFile.look(unpacked.resolve(folder.path().relativize(folder.database())))) {
            case WHOLE -> {
                // as it should be
            }
            case NEWER -> throw newer();
            case BROKEN -> throw damaged();
        }
    }

    private static BackupException newer() {
        return new BackupException("Nothing was restored: this backup was made by a newer version of Viva Voce.");
    }

    private static BackupException damaged() {
        return new BackupException("Nothing was restored: this backup is damaged, or was changed by another program.");
    }
}
