package org.vivavoce.audio.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that some tests need. Functions without state. */
public final class Programs {

    private Programs() {}

    /** Whether a program is on the path. */
    public static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(java.io.File.pathSeparator)).map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /** Skips the test, with the reason, where a program is missing. */
    public static void assumeInstalled(String... programs) {
        for (String program : programs) {
            Assumptions.assumeTrue(installed(program), () -> program + " is not installed");
        }
    }
}
