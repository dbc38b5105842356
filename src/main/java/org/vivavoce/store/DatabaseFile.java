package org.vivavoce.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The file of the store as a file: made, looked into without opening it, copied before it changes, set aside when it is broken. Called by
 * the thread that opens the store or deletes from it.
 */
final class DatabaseFile {

    /** https://www.sqlite.org/fileformat.html: the header string, and where the user version stands (four bytes, big-endian). */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int USER_VERSION = 60;
    private static final int HEADER = 100;

    /** What SQLite keeps beside the file. */
    private static final List<String> BESIDE = List.of("-wal", "-shm");

    private final Path path;
    private final Clock clock;

    DatabaseFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    Path path() {
        return path;
    }

    /** Makes the folder and the file, which nobody else may read, where they are missing. */
    void make() throws IOException {
        Files.createDirectories(folder());
        if (!Files.exists(path)) {
            makePrivate(path);
        }
    }

    private static void makePrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file); // elsewhere it has the rights of its folder, which is the user's own
        }
    }

    /** The version its header names, read without touching it; 0 where it is no file of SQLite's. */
    int version() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            int read = 0;
            while (read >= 0 && header.hasRemaining()) {
                read = channel.read(header);
            }
        }
        byte[] magic = new byte[MAGIC.length];
        header.get(0, magic);
        return header.hasRemaining() || !Arrays.equals(magic, MAGIC) ? 0 : header.getInt(USER_VERSION);
    }

    /** Copies it as it is before it becomes a file of a newer version: {@code NAME.version-N}, whole or not at all. */
    void copyBefore(Connection connection, int version) throws SQLException, IOException {
        Path copy = named(".version-" + version);
        Path parts = named(".version-" + version + ".tmp");
        Files.deleteIfExists(parts);
        makePrivate(parts);
        Sql.update(connection, "VACUUM INTO ?", parts.toString());
        Files.move(parts, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes the copies: they hold what was deleted since. */
    void forgetCopies() throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder(),
                each -> String.valueOf(each.getFileName()).startsWith(path.getFileName() + ".version-"))) {
            for (Path copy : copies) {
                Files.delete(copy);
            }
        }
    }

    /**
     * Moves it, with what SQLite keeps beside it, to {@code NAME.broken-DATE}, where nothing stands yet.
     *
     * @return the new name; empty when it could not be moved
     */
    Optional<String> setAside() {
        String broken = ".broken-" + LocalDate.now(clock);
        Path aside = named(broken);
        for (int number = 2; Files.exists(aside); number++) {
            aside = named(broken + "-" + number);
        }
        try {
            Files.move(path, aside);
            for (String end : BESIDE) {
                if (Files.exists(named(end))) {
                    Files.move(named(end), aside.resolveSibling(aside.getFileName() + end));
                }
            }
            return Optional.of(String.valueOf(aside.getFileName()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path named(String end) {
        return path.resolveSibling(path.getFileName() + end);
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
    }
}
