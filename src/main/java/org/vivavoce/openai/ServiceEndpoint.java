package org.vivavoce.openai;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.vivavoce.models.Abilities;
import org.vivavoce.settings.ServiceAddress;

/**
 * Where one service is and what it is asked with. A value. Nothing typed by a user is refused here: an address that cannot be one
 * fails at the first call, with a sentence.
 *
 * @param baseUrl   as the user wrote it: with or without scheme, {@code /v1} and trailing slash
 * @param key       the key; empty for servers that ask for none
 * @param model     name of the model, placeholders filled in
 * @param abilities which requests the model takes
 * @param voice     who speaks, whatever is asked for; empty for the voice that is asked for
 * @param inClear   whether the user lets the program talk to it without encryption
 */
public record ServiceEndpoint(String baseUrl, String key, String model, Abilities abilities, String voice,
        boolean inClear) {

    /** What is sent in place of an empty key: the header must hold something, and servers without keys ignore it. */
    private static final String NO_KEY = "none";

    public ServiceEndpoint {
        baseUrl = baseUrl.strip();
        key = key.strip();
        model = model.strip();
        voice = voice.strip();
    }

    /** A service that speaks, if it does, in the voice it is asked for. */
    public ServiceEndpoint(String baseUrl, String key, String model, Abilities abilities) {
        this(baseUrl, key, model, abilities, "", false);
    }

    /** A service whose model is not known by name. */
    public ServiceEndpoint(String baseUrl, String key, String model) {
        this(baseUrl, key, model, Abilities.UNKNOWN);
    }

    /** The address that requests go to, ending in the version without a slash; empty when what was written is no address. */
    Optional<String> url() {
        String text = baseUrl;
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        try {
            URI uri = new URI(new ServiceAddress(text).whole());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !scheme.matches("https?")) {
                return Optional.empty();
            }
            return Optional
                    .of(namesVersion(Objects.requireNonNullElse(uri.getPath(), "")) ? uri.toString() : uri + "/v1");
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The host for a sentence to the user: without user, password, path. What was written, where it is no address. */
    String host() {
        return url().map(url -> URI.create(url).getHost()).orElse(baseUrl.isEmpty() ? "an empty address" : baseUrl);
    }

    /**
     * Whether the recogniser is known to tell segment by segment how likely nothing was said. Other servers offer models of the same
     * name that do not.
     */
    boolean transcribesInDetail() {
        return host().equals("api.openai.com") && abilities.transcribing().verboseJson();
    }

    /** Whether it is a recogniser that listens over a socket ({@code gpt-live-transcribe}). */
    boolean listensLive() {
        return isRealtime(abilities.transcribing().way());
    }

    /** Whether it is a voice that speaks over a socket ({@code gpt-realtime-2.1-mini}). */
    boolean speaksLive() {
        return isRealtime(abilities.speaking().way());
    }

    private boolean isRealtime(Abilities.Way way) {
        return switch (way) {
            case HTTP -> false;
            case REALTIME -> true;
            case BY_NAME -> model.contains("realtime");
        };
    }

    /** Whether what is sent there would cross a network that others could listen to, and the user has not said that this is well. */
    boolean needsLeave() {
        return !inClear && url().flatMap(url -> new ServiceAddress(url).hostInClear()).isPresent();
    }

    /** Whether the key can stand in a header at all; a pasted one may hold line breaks or letters of other alphabets. */
    boolean keyIsSendable() {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The key as it is sent. */
    String sentKey() {
        return key.isEmpty() ? NO_KEY : key;
    }

    /** Some addresses carry the version elsewhere than at the end ({@code /v1beta/openai}); those stay as they are. */
    private static boolean namesVersion(String path) {
        return path.matches("(?s).*/v\\d+[a-z0-9]*(/.*)?");
    }

    @Override
    public String toString() {
        return "ServiceEndpoint[" + host() + ", " + model + "]"; // keys never enter a log
    }
}
