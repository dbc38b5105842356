package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.api.ApiOptions;
import org.vivavoce.api.ApiServer;
import org.vivavoce.api.Conversations;
import org.vivavoce.api.Token;
import org.vivavoce.settings.OwnerOnlyFile;

/** The HTTP interface while it runs, with the file in which its clients find their token. Made and closed by one thread. */
public final class Serving implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final ApiServer server;
    private final Token token;
    private final Path tokenFile;

    private Serving(ApiServer server, Token token, Path tokenFile) {
        this.server = server;
        this.token = token;
        this.tokenFile = tokenFile;
    }

    /** The token cannot be written. */
    public static final class NoTokenFileException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTokenFileException(IOException cause) {
            super("The token cannot be written", cause);
        }
    }

    /**
     * Starts it.
     *
     * @throws IOException when the port cannot be had
     */
    static Serving start(Conversations conversations, ApiOptions options, Path tokenFile, AppThreads threads)
            throws IOException, NoTokenFileException {
        Token token = Token.random();
        ApiServer server = ApiServer.start(conversations, token, options, threads.api(), System::nanoTime);
        try {
            OwnerOnlyFile.write(tokenFile, token.text() + "\n");
            return new Serving(server, token, tokenFile);
        } catch (IOException e) {
            server.close();
            throw new NoTokenFileException(e);
        }
    }

    /** Its address. */
    public String url() {
        return server.url();
    }

    /** Where the token lies. */
    public Path tokenFile() {
        return tokenFile;
    }

    /** The token itself, for a user who asks for it. */
    public String token() {
        return token.text();
    }

    @Override
    public void close() {
        server.close();
        try {
            if (Files.exists(tokenFile) && Files.readString(tokenFile).strip().equals(token.text())) {
                Files.delete(tokenFile); // it admits nobody any more
            }
        } catch (IOException e) {
            LOG.warn("The file of the token stays ({})", e.getClass().getSimpleName());
        }
    }
}
