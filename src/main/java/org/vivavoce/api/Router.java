package org.vivavoce.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.store.StoreException;

/** Takes each request through the gate to its endpoint, and answers what goes wrong there. Thread-safe. */
final class Router extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Gate gate;
    private final List<Route> routes;

    Router(Gate gate, List<Route> routes) {
        this.gate = gate;
        this.routes = List.copyOf(routes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Call call = new Call(request, response, callback);
        try {
            answer(call);
        } catch (IOException e) {
            callback.failed(e); // the client has left
        }
        return true;
    }

    private void answer(Call call) throws IOException {
        try {
            gate.requireLocal(call);
            List<Route> here = routes.stream().filter(route -> route.matches(call.path()).isPresent()).toList();
            Optional<Route> found = here.stream().filter(route -> route.method().equals(call.method())).findFirst();
            admit(call, found);
            if (here.isEmpty()) {
                throw new ProblemException(Problem.notFound("There is nothing here: see /openapi.json."));
            }
            if (found.isEmpty()) {
                String allowed = here.stream().map(Route::method).sorted().collect(Collectors.joining(", "));
                throw new ProblemException(Problem.method(allowed));
            }
            call.parameters(found.get().matches(call.path()).orElse(Map.of()));
            found.get().endpoint().answer(call);
        } catch (ProblemException e) {
            call.answer(e.problem());
        } catch (StoreException e) {
            call.answer(Problem.unavailable(e.problem().sentence()));
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            LOG.error("A request ended by {} at {}", e.getClass().getName(), trace.length > 0 ? trace[0] : "?");
            call.answer(Problem.mistake());
        }
    }

    private void admit(Call call, Optional<Route> route) throws ProblemException {
        switch (route.map(Route::admits).orElse(Route.Admits.CLIENTS)) {
            case ANYBODY -> {
                // what it gives is no secret
            }
            case CLIENTS -> gate.requireToken(call);
            case SOCKETS -> gate.requireTokenOfSocket(call);
        }
        gate.count();
    }
}
