package org.vivavoce.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.api.ApiOptions;
import org.vivavoce.cli.TalkChoice.WrongUsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the HTTP interface. */
final class ServeOptions {

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_CHUNK = 4000;
    private static final int HIGHEST_RATE = 1_000_000;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8422", description = "The port on 127.0.0.1; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(names = "--token-file", paramLabel = "FILE", description = "Where the token is written that clients must send (default: api-token in the data folder).")
    private @Nullable Path tokenFile;

    @Option(names = "--print-token", description = "Print the token as well.")
    private boolean printsToken;

    @Option(names = "--chunk", paramLabel = "N", description = "Characters of a chunk over the WebSocket, at least (default: ${DEFAULT-VALUE}).")
    private int chunk = ApiOptions.USUAL_CHUNK;

    @Option(names = "--rate", paramLabel = "N", description = "Requests that are answered a minute (default: ${DEFAULT-VALUE}).")
    private int rate = ApiOptions.USUAL_RATE;

    @Option(names = "--replies", paramLabel = "N", description = "Replies that may run at a time (default: ${DEFAULT-VALUE}).")
    private int replies = ApiOptions.USUAL_REPLIES;

    int port() {
        return port;
    }

    ServiceChoice services() {
        return services.choice();
    }

    Optional<Path> tokenFile() {
        return Optional.ofNullable(tokenFile);
    }

    boolean printsToken() {
        return printsToken;
    }

    ApiOptions api() throws WrongUsageException {
        require("--port", port, 0, HIGHEST_PORT);
        require("--chunk", chunk, 1, LONGEST_CHUNK);
        require("--rate", rate, 1, HIGHEST_RATE);
        require("--replies", replies, 1, HIGHEST_RATE);
        return ApiOptions.usual().withPort(port).withLeastChunk(chunk).withRequestsPerMinute(rate)
                .withReplies(replies);
    }

    private static void require(String name, int number, int least, int most) throws WrongUsageException {
        if (number < least || number > most) {
            throw new WrongUsageException(name + " must be between " + least + " and " + most + ".");
        }
    }
}
