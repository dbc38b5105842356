package org.vivavoce.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Reads the trace of a running program as it grows. A thread of its own is woken by the file system at each line; tests wait on a
 * condition.
 */
public final class TraceReader implements AutoCloseable {

    /** No healthy conversation lets anything wait this long; a broken one ends. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path file;
    private final WatchService watch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<TraceEvent> events = new ArrayList<>(); // guarded by lock
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream(); // reading thread
    private long readBytes; // reading thread
    private boolean over; // guarded by lock

    TraceReader(Path file) {
        this.file = file.toAbsolutePath();
        try {
            watch = FileSystems.getDefault().newWatchService();
            Objects.requireNonNull(this.file.getParent()).register(watch, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("trace-reader").start(this::follow);
    }

    private void follow() {
        try {
            while (true) {
                WatchKey key = watch.poll(1, TimeUnit.SECONDS); // the limit only bounds what a lost notice would cost
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                readNew();
            }
        } catch (ClosedWatchServiceException e) {
            readNew();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.lock();
            try {
                over = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void readNew() {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(readBytes);
            byte[] fresh = in.readAllBytes();
            readBytes += fresh.length;
            for (byte next : fresh) {
                if (next == '\n') {
                    add(partial.toString(StandardCharsets.UTF_8));
                    partial.reset();
                } else {
                    partial.write(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) throws IOException {
        JsonNode values = mapper.readTree(line);
        lock.lock();
        try {
            events.add(new TraceEvent(events.size(), values.path("ms").asLong(), values.path("event").asText(), values,
                    System.nanoTime()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All events so far. */
    public List<TraceEvent> all() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** The events of a name so far. */
    public List<TraceEvent> all(String name) {
        return all().stream().filter(event -> event.is(name)).toList();
    }

    /** The events between two others. */
    List<TraceEvent> between(TraceEvent first, TraceEvent last) {
        return all().subList(first.index() + 1, last.index());
    }

    /** How many events there are: what comes later is awaited from here. */
    public int size() {
        return all().size();
    }

    /** Waits for the n-th event of a name, counted from 1. */
    public TraceEvent await(String name, int nth) {
        return await(() -> all(name).size() >= nth ? all(name).get(nth - 1) : null, nth + ". " + name);
    }

    /** Waits for the first event of one of the names at or after a place in the trace. */
    public TraceEvent awaitFrom(int index, String... names) {
        Predicate<TraceEvent> wanted = event -> List.of(names).contains(event.name());
        return await(() -> {
            List<TraceEvent> all = all();
            return all.subList(Math.min(index, all.size()), all.size()).stream().filter(wanted).findFirst()
                    .orElse(null);
        }, String.join(" or ", names));
    }

    /** When the conversation's clock began, by {@link System#nanoTime()}: the line that was read soonest after it was written tells. */
    long startNanos() {
        return all().stream().mapToLong(event -> event.arrived() - event.ms() * 1_000_000).min().orElseThrow();
    }

    /** When an event happened, by {@link System#nanoTime()}. */
    public long nanosOf(TraceEvent event) {
        return startNanos() + event.ms() * 1_000_000;
    }

    /** The program has ended: nothing more is written. Waits until all is read. */
    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lock.lock();
        try {
            while (!over) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Search {
        @org.jspecify.annotations.Nullable
        TraceEvent find();
    }

    private TraceEvent await(Search search, String what) {
        long left = LIMIT.toNanos();
        lock.lock();
        try {
            TraceEvent found = search.find();
            while (found == null) {
                if (left <= 0 || over) {
                    throw new AssertionError("Waited for " + what + (over ? ", but the program ended" : "") + ". Last: "
                            + events.subList(Math.max(0, events.size() - 12), events.size()).stream()
                                    .map(event -> event.values().toString()).toList());
                }
                left = changed.awaitNanos(left);
                found = search.find();
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }
}
