package org.vivavoce.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Writes files that only their owner may read, where the system knows such rights. Functions without state. */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Writes a file in place of the one that is there; nobody ever finds half of it. */
    public static void write(Path file, String content) throws IOException {
        Path parts = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
        create(parts);
        Files.writeString(parts, content);
        Files.move(parts, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The rights are there before the content is. */
    private static void create(Path path) throws IOException {
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
