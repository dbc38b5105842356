package org.vivavoce.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.api.ApiOptions;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The options of {@code vivavoce serve}. */
class ServeOptionsTest {

    private static ServeOptions of(String... words) {
        return CommandLine.populateCommand(new ServeOptions(), words);
    }

    @Test
    void theUsualOnesArePrivateAndModest() throws Exception {
        assertEquals(ApiOptions.usual().withPort(8422), of().api());
        assertEquals(Optional.empty(), of().tokenFile());
    }

    @Test
    void eachCanBeSet() throws Exception {
        ServeOptions options = of("--port", "0", "--chunk", "5", "--rate", "7", "--replies", "3", "--token-file", "t");

        assertEquals(ApiOptions.usual().withLeastChunk(5).withRequestsPerMinute(7).withReplies(3), options.api());
        assertEquals(Optional.of(Path.of("t")), options.tokenFile());
    }

    @ParameterizedTest
    @CsvSource({"--port, -1", "--port, 65536", "--chunk, 0", "--rate, 0", "--replies, 0"})
    void whatCannotBeIsRefusedInASentence(String name, String value) {
        TalkChoice.WrongUsageException refused = assertThrows(TalkChoice.WrongUsageException.class,
                () -> of(name, value).api());

        assertEquals(name + " must be between ",
                String.valueOf(refused.getMessage()).replaceFirst("\\d+ and .*", ""));
    }
}
