package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last place for keys: a file that only its owner may read (0600 where the system knows such rights). Lines
 * {@code preset=key}. Any thread, one at a time.
 */
final class KeyFile {

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    synchronized Optional<String> read(String account) {
        return Optional.ofNullable(EnvFile.read(file).get(account)).filter(key -> !key.isBlank());
    }

    /** Keeps a key; an empty one forgets it, and with the last one goes the file. */
    synchronized void write(String account, String key) throws IOException {
        Map<String, String> keys = new TreeMap<>(EnvFile.read(file));
        if (key.isBlank()) {
            keys.remove(account);
        } else {
            keys.put(account, key);
        }
        if (keys.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Path parts = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
        createForOwnerOnly(parts);
        Files.writeString(parts, keys.entrySet().stream().map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
                .collect(Collectors.joining()));
        Files.move(parts, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The rights are there before the content is. */
    private static void createForOwnerOnly(Path path) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(path, rights);
        } catch (FileAlreadyExistsException e) {
            Files.delete(path);
            Files.createFile(path, rights);
        }
    }
}
