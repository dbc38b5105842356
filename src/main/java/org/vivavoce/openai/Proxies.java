package org.vivavoce.openai;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import org.vivavoce.settings.ServiceAddress;

/**
 * Through which proxy the services are reached: the one that the environment names ({@code HTTPS_PROXY}, {@code HTTP_PROXY},
 * {@code ALL_PROXY}, less what {@code NO_PROXY} excepts), else the one that the system has. This computer itself is never reached
 * through a proxy. Thread-safe.
 */
final class Proxies extends ProxySelector {

    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;

    /** @param environment variables by name; names count in upper and in lower case */
    Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI target) {
        String host = String.valueOf(target.getHost());
        if (ServiceAddress.isThisComputer(host) || isExcepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        Optional<Named> named = named(String.valueOf(target.getScheme()));
        if (named.isPresent()) {
            return List.of(new Proxy(Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(named.get().host(), named.get().port())));
        }
        ProxySelector systems = ProxySelector.getDefault();
        return systems == null ? List.of(Proxy.NO_PROXY) : systems.select(target);
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
        // the request fails, and is told
    }

    /** Answers a proxy that asks who is there, once, with what stands in its address. */
    Authenticator authenticator() {
        return (route, response) -> {
            boolean asked = response.request().header("Proxy-Authorization") != null;
            String user = named("https").or(() -> named("http")).map(Named::user).orElse("");
            if (asked || user.isEmpty()) {
                return null;
            }
            String[] parts = user.split(":", 2);
            return response.request().newBuilder()
                    .header("Proxy-Authorization", Credentials.basic(parts[0], parts.length > 1 ? parts[1] : ""))
                    .build();
        };
    }

    /** A proxy as its address names it; the user, with the password, empty where there is none. */
    private record Named(String host, int port, String user) {
        @Override
        public String toString() {
            return "Named[" + host + "]"; // a password never enters a log
        }
    }

    private Optional<Named> named(String scheme) {
        return value(scheme + "_proxy").or(() -> value("all_proxy")).flatMap(Proxies::address);
    }

    private boolean isExcepted(String host) {
        return value("no_proxy").stream().flatMap(all -> Arrays.stream(all.split(",", -1))).map(String::strip)
                .anyMatch(
                        one -> one.equals("*") || (!one.isEmpty() && isWithin(host, one.replaceFirst("^\\*?\\.", ""))));
    }

    private static boolean isWithin(String host, String domain) {
        return host.equalsIgnoreCase(domain)
                || host.toLowerCase(Locale.ROOT).endsWith("." + domain.toLowerCase(Locale.ROOT));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).or(
                () -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT)))).map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Named> address(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String host = uri.getHost();
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return host == null
                    ? Optional.empty()
                    : Optional.of(new Named(host, port, Objects.requireNonNullElse(uri.getUserInfo(), "")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
