package org.vivavoce.openai;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProxiesTest {

    private static final URI SERVICE = URI.create("https://api.openai.com/v1/models");

    @Test
    void theEnvironmentNamesAProxyForEachScheme() {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://gate.example:3128", "http_proxy", "other.example"));

        assertEquals(proxy("gate.example", 3128), proxies.select(SERVICE));
        assertEquals(proxy("other.example", 8080), proxies.select(URI.create("http://api.example/v1")));
    }

    @Test
    void oneForAllIsUsedWhereNoneIsNamedForTheScheme() {
        assertEquals(proxy("all.example", 1080),
                new Proxies(Map.of("ALL_PROXY", "http://me:secret@all.example:1080")).select(SERVICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434/v1", "http://127.0.0.1:8000/v1", "http://[::1]:8000/v1",
        "https://inside.example/v1", "https://deep.inside.example/v1", "https://exact.example/v1"})
    void thisComputerAndWhatIsExceptedAreReachedDirectly(String url) {
        Proxies proxies = new Proxies(
                Map.of("HTTPS_PROXY", "gate.example", "HTTP_PROXY", "gate.example", "NO_PROXY",
                        ".inside.example, exact.example"));

        assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create(url)));
    }

    @Test
    void aNameThatOnlyEndsAlikeIsNotExcepted() {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "gate.example", "NO_PROXY", "inside.example"));

        assertEquals(proxy("gate.example", 8080), proxies.select(URI.create("https://notinside.example/v1")));
    }

    @Test
    void whatIsNoAddressCountsAsNone() {
        assertEquals(List.of(Proxy.NO_PROXY), new Proxies(Map.of("HTTPS_PROXY", "::nonsense::")).select(SERVICE));
    }

    private static List<Proxy> proxy(String host, int port) {
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }
}
