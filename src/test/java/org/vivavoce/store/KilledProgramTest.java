package org.vivavoce.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is there after a process was killed while it wrote. */
class KilledProgramTest {

    private static final int KILLS = 10;
    private static final int MOST_LINES = 150;

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES) // a process that never says anything
    void everyMessageThatWasKeptIsThereAndTheFileIsWhole() throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            int kept = talkUntilKilledAfter(1 + random.nextInt(MOST_LINES), kill);

            try (Store store = Kept.open(folder)) {
                assertEquals("ok", store.read(connection -> Sql.text(connection, "PRAGMA integrity_check")));
                StoredSession session = Kept.read(store, Kept.id(kill));
                assertTrue(session.messages().size() >= kept, "kept " + kept);
                for (int i = 0; i < kept; i++) {
                    assertEquals(Message.interruptedPartner(EndlessTalk.text(i).strip()), session.history().get(i));
                }
                assertEquals(Optional.empty(), session.session().ended(), "it was cut off");
                goOn(store, session);
            }
        }
    }

    /** The session that was cut off goes on. */
    private static void goOn(Store store, StoredSession session) throws StoreException {
        List<Message> more = new ArrayList<>(session.history());
        more.add(Message.user("Where were we?"));
        try (BackgroundWriting writing = new BackgroundWriting(store, Runnable::run, new Loud())) {
            writing.goOn(session).history(more, Told.spoken(Duration.ZERO));
        }
        assertEquals(more, Kept.read(store, session.session().id()).history());
        assertEquals(1, new MessageSearch(store).find("where were", SessionQuery.ALL, 1).size());
    }

    private int talkUntilKilledAfter(int lines, int number) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors-" + number);
        Process process = new ProcessBuilder(Path.of(property("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                property("java.class.path"), EndlessTalk.class.getName(), Kept.file(folder).toString(),
                Kept.id(number).text()).redirectError(errors.toFile()).start();
        int kept = 0;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null && line.equals(EndlessTalk.line(kept))) {
                kept++;
                if (kept == lines) {
                    // By its handle: Process itself would also close the pipe with what was said last.
                    process.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(kept >= lines, () -> "ended by itself: " + read(errors));
        return kept;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name));
    }
}
