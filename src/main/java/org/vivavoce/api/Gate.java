package org.vivavoce.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets through whom it should: programs of this computer that know the token, as many as can be answered. Thread-safe. */
final class Gate {

    /** How the token is offered where a client can set no header but the names of subprotocols. */
    static final String IN_PROTOCOL = "bearer.";

    private static final List<String> OUR_NAMES = List.of("localhost", "127.0.0.1", "[::1]");
    private static final String BEARER = "bearer ";

    private final Token token;
    private final RateLimit rate;

    Gate(Token token, RateLimit rate) {
        this.token = token;
        this.rate = rate;
    }

    /**
     * Refuses what was meant for another host: a page of another site may have had its name led to this computer. Refuses pages of
     * other sites, too, wherever a browser says that it comes from one.
     */
    void requireLocal(Call call) throws ProblemException {
        if (call.header("Host").filter(Gate::isOurs).isEmpty()) {
            throw new ProblemException(Problem.foreignHost());
        }
        Optional<String> origin = call.header("Origin");
        if (origin.isPresent() && !isOurOrigin(origin.get())) {
            throw new ProblemException(Problem.foreignOrigin());
        }
    }

    private static boolean isOurOrigin(String origin) {
        try {
            URI uri = URI.create(origin);
            return "http".equals(uri.getScheme()) && uri.getRawAuthority() != null && isOurs(uri.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOurs(String authority) {
        String host = authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return OUR_NAMES.contains(host);
    }

    /** Refuses whoever does not know the token. */
    void requireToken(Call call) throws ProblemException {
        Optional<String> sent = call.header("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
        if (sent.filter(token::matches).isEmpty()) {
            throw new ProblemException(Problem.unauthorized());
        }
    }

    /** The same for those that open a socket: browsers can send no header with it. */
    void requireTokenOfSocket(Call call) throws ProblemException {
        boolean inProtocol = call.list("Sec-WebSocket-Protocol").stream().filter(name -> name.startsWith(IN_PROTOCOL))
                .anyMatch(name -> token.matches(name.substring(IN_PROTOCOL.length())));
        if (!inProtocol && call.query("token").filter(token::matches).isEmpty()) {
            requireToken(call);
        }
    }

    /** Counts a request. */
    void count() throws ProblemException {
        Optional<Duration> wait = rate.take();
        if (wait.isPresent()) {
            throw new ProblemException(
                    Problem.tooMany("More requests came than are answered a minute: wait a moment.", wait.get()));
        }
    }
}
