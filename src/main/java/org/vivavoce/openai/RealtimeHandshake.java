package org.vivavoce.openai;

import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;

/** What a Realtime socket begins with: {@code GET …/realtime?…}. Functions without state. */
final class RealtimeHandshake {

    private RealtimeHandshake() {}

    /** For a session that speaks: the model stands in the address. */
    static Request speaking(ServiceEndpoint endpoint) throws ServiceException {
        return request(Stage.SPEECH, endpoint, "model", endpoint.model());
    }

    /**
     * For a session that transcribes: the model stands in the session's settings, and one in the address would be taken for that of a
     * conversation (guides/realtime-transcription).
     */
    static Request hearing(ServiceEndpoint endpoint) throws ServiceException {
        return request(Stage.TRANSCRIPTION, endpoint, "intent", "transcription");
    }

    /** OkHttp takes {@code http} for {@code ws} and {@code https} for {@code wss}. */
    private static Request request(Stage stage, ServiceEndpoint endpoint, String name, String value)
            throws ServiceException {
        if (!endpoint.keyIsSendable()) {
            throw new ServiceException.KeyRefused(stage, null);
        }
        if (endpoint.needsLeave()) {
            throw new ServiceException.NotEncrypted(stage, endpoint.host());
        }
        HttpUrl url = endpoint.url().flatMap(written -> Optional.ofNullable(HttpUrl.parse(written)))
                .orElseThrow(() -> new ServiceException.NoNetwork(stage, endpoint.host(), null));
        return new Request.Builder()
                .url(url.newBuilder().addPathSegment("realtime").addQueryParameter(name, value).build())
                .header("Authorization", "Bearer " + endpoint.sentKey()).build();
    }
}
