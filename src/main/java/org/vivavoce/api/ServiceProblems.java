package org.vivavoce.api;

import java.util.Optional;
import org.vivavoce.ai.ServiceException;

/** What a failure of a service is for a client. Functions without state. */
final class ServiceProblems {

    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private ServiceProblems() {}

    static Problem of(ServiceException failure) {
        return switch (failure) {
            case ServiceException.Cancelled cancelled -> Problem.ended();
            case ServiceException.RateLimited limited -> Problem.service(UNAVAILABLE, limited.sentence(),
                    limited.retryAfter());
            case ServiceException.ServiceDown down -> Problem.service(UNAVAILABLE, down.sentence(), Optional.empty());
            case ServiceException.TimedOut late -> Problem.service(GATEWAY_TIMEOUT, late.sentence(), Optional.empty());
            default -> Problem.service(BAD_GATEWAY, failure.sentence(), Optional.empty());
        };
    }
}
