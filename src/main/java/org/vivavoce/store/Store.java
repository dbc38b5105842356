package org.vivavoce.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file in which conversations are kept. Thread-safe: one connection writes and one reads, each held by one thread at a time; every call
 * may block for as long as the disk takes, or another program that holds the file.
 */
public final class Store implements AutoCloseable {

    /** How long a statement waits for another program that holds the file. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseFile file;
    private final Connection writing; // used by who holds writingLock
    private final Connection reading; // used by who holds readingLock
    private final ReentrantLock writingLock = new ReentrantLock();
    private final AtomicBoolean mended = new AtomicBoolean();
    private final ReentrantLock readingLock = new ReentrantLock(); // where both are held, this is the second

    private Store(DatabaseFile file, Connection writing, Connection reading) {
        this.file = file;
        this.writing = writing;
        this.reading = reading;
    }

    /**
     * What came of opening a file.
     *
     * @param store   missing where it cannot be used: conversations can be held without it
     * @param problem what the user should know
     */
    public record Opening(Optional<Store> store, Optional<StoreProblem> problem) {

        private static Opening failed(StoreProblem problem) {
            return new Opening(Optional.empty(), Optional.of(problem));
        }
    }

    /**
     * Opens a file, makes it where it is missing, and brings it up to this version after a copy was made. A file that is damaged is set
     * aside and a new one begun; one of a newer version is left as it is. Never fails.
     *
     * @param path  {@code vivavoce.db} of the data folder
     * @param clock dates the name of a file that is set aside
     */
    public static Opening open(Path path, Clock clock) {
        return open(path, clock, PATIENCE);
    }

    static Opening open(Path path, Clock clock, Duration patience) {
        Path whole = path.toAbsolutePath().normalize();
        DatabaseFile file = new DatabaseFile(whole, clock);
        try {
            file.make();
            if (file.version() > Migrations.newest()) {
                return Opening.failed(StoreProblem.newer(whole));
            }
            return open(file, patience);
        } catch (SQLException e) {
            return Opening.failed(StoreProblem.atOpening(e, whole));
        } catch (IOException | SecurityException e) {
            return Opening.failed(StoreProblem.unreadable(whole));
        }
    }

    private static Opening open(DatabaseFile file, Duration patience) throws SQLException, IOException {
        try {
            return connect(file, patience);
        } catch (SQLException e) {
            StoreProblem problem = StoreProblem.atOpening(e, file.path());
            if (problem.kind() != StoreProblem.Kind.BROKEN) {
                return Opening.failed(problem);
            }
            Optional<String> aside = file.setAside();
            if (aside.isEmpty()) {
                return Opening.failed(StoreProblem.immovable(problem, file.path()));
            }
            file.make();
            return new Opening(connect(file, patience).store(),
                    Optional.of(StoreProblem.begunAnew(problem, aside.get())));
        }
    }

    private static Opening connect(DatabaseFile file, Duration patience) throws SQLException, IOException {
        Connection writing = Connections.writing(file.path(), patience);
        boolean open = false;
        try {
            if (Migrations.isOfAnotherProgram(writing)) {
                throw StoreProblem.damaged();
            }
            int version = Migrations.versionOf(writing);
            if (version > Migrations.newest()) { // the header was older: that step was still in the -wal file
                return Opening.failed(StoreProblem.newer(file.path()));
            }
            if (version > 0 && version < Migrations.newest()) {
                file.copyBefore(writing, version);
            }
            Migrations.apply(writing, Migrations.newest());
            if (Connections.isDamaged(writing)) {
                throw StoreProblem.damaged();
            }
            Store store = new Store(file, writing, Connections.reading(file.path(), patience));
            open = true;
            return new Opening(Optional.of(store), Optional.empty());
        } finally {
            if (!open) {
                Connections.closeQuietly(writing);
            }
        }
    }

    /** The whole file is looked through, the index of words too; empty when all is well. Takes seconds for a large one. */
    public Optional<StoreProblem> check() throws StoreException {
        String finding = read(connection -> Sql.text(connection, "PRAGMA integrity_check"));
        return finding.equals("ok") ? Optional.empty() : Optional.of(StoreProblem.broken(file.path()));
    }

    /**
     * Writes a copy of all that is kept to a file that is not there yet; who reads or writes meanwhile is not held up.
     *
     * @throws StoreException also where the disk is full
     */
    public void copyTo(Path copy) throws StoreException {
        try (Connection connection = Connections.writing(file.path(), PATIENCE)) {
            Sql.update(connection, "VACUUM INTO ?", copy.toString());
        } catch (SQLException e) {
            throw new StoreException(StoreProblem.of(e, file.path()));
        }
    }

    /** Reads, from what was committed when each statement begins. */
    <T> T read(Sql.Work<T> work) throws StoreException {
        return mending(() -> {
            readingLock.lock();
            try {
                return work.on(reading);
            } finally {
                readingLock.unlock();
            }
        });
    }

    /** Writes in one transaction. */
    <T> T write(Sql.Work<T> work) throws StoreException {
        return mending(() -> {
            writingLock.lock();
            try {
                return Transaction.write(writing, work);
            } finally {
                writingLock.unlock();
            }
        });
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    /** Where only the index of words is damaged, nothing is lost: it is made anew, once, and what failed is tried again. */
    private <T> T mending(Attempt<T> attempt) throws StoreException {
        try {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!StoreProblem.mayBeOfTheIndex(e) || !mended.compareAndSet(false, true)) {
                    throw e;
                }
                mend();
                return attempt.run();
            }
        } catch (SQLException e) {
            throw new StoreException(StoreProblem.of(e, file.path()));
        }
    }

    private void mend() throws SQLException {
        writingLock.lock();
        try {
            Transaction.write(writing, connection -> Sql.update(connection, Migrations.INDEX_ANEW));
        } finally {
            writingLock.unlock();
        }
    }

    /**
     * Leaves no trace of what was deleted: neither in the file, nor in the one beside it, nor in copies of earlier versions.
     *
     * @throws StoreException also where another program reads at this moment, and traces stay until both are closed
     */
    void wipe() throws StoreException {
        try {
            file.forgetCopies();
        } catch (IOException e) {
            throw new StoreException(StoreProblem.unreadable(file.path()));
        }
        long busy = alone(connection -> {
            Sql.run(connection, "PRAGMA incremental_vacuum");
            return Sql.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        });
        if (busy != 0) {
            throw new StoreException(StoreProblem.tracesLeft(file.path()));
        }
    }

    /** With neither a reader nor a writer beside it in this process; in no transaction. */
    private <T> T alone(Sql.Work<T> work) throws StoreException {
        writingLock.lock();
        try {
            readingLock.lock();
            try {
                return work.on(writing);
            } finally {
                readingLock.unlock();
            }
        } catch (SQLException e) {
            throw new StoreException(StoreProblem.of(e, file.path()));
        } finally {
            writingLock.unlock();
        }
    }

    /** Waits for who reads or writes at this moment, then closes the file; nothing is read or written afterwards. */
    @Override
    public void close() {
        writingLock.lock();
        try {
            readingLock.lock();
            try {
                Connections.closeQuietly(reading);
                Connections.closeQuietly(writing); // the last one: it brings all into one file
            } finally {
                readingLock.unlock();
            }
        } finally {
            writingLock.unlock();
        }
    }
}
