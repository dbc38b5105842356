package org.vivavoce.offline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Finds the endpoint for a path and turns failures into errors of the API's shape. Any thread. */
final class Router implements HttpHandler {

    private final Map<String, Endpoint> endpoints;
    private final ObjectMapper json;

    /** Takes the endpoints by their paths below {@code /v1}. */
    Router(Map<String, Endpoint> endpoints, ObjectMapper json) {
        this.endpoints = Map.copyOf(endpoints);
        this.json = json;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = new Call(exchange, json);
            try {
                route(call, exchange);
            } catch (RequestException e) {
                ObjectNode error = json.createObjectNode();
                error.putObject("error").put("message", e.getMessage()).put("type", e.type()).putNull("param")
                        .put("code", e.code());
                call.reply(e.status(), error);
            }
        }
    }

    private void route(Call call, HttpExchange exchange) throws RequestException, IOException {
        Endpoint endpoint = endpointAt(call);
        if (!call.method().equals(endpoint.method())) {
            exchange.getResponseHeaders().set("Allow", endpoint.method());
            throw RequestException.wrongMethod(endpoint.method());
        }
        endpoint.answer(call);
    }

    private Endpoint endpointAt(Call call) throws RequestException {
        String path = call.path();
        if (path.startsWith("/v1/")) { // base addresses come with it or without
            path = path.substring(3);
        }
        Endpoint endpoint = endpoints.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (endpoint == null) {
            throw RequestException.notFound();
        }
        return endpoint;
    }
}
