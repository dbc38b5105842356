package org.vivavoce.openai;

import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.openai.realtime.RealtimeService;
import org.vivavoce.openai.realtime.RealtimeTextToSpeech;

/** Makes the voice of an endpoint whose model is reached over a socket. Functions without state. */
final class RealtimeSpeech {

    private RealtimeSpeech() {}

    /** @param listener is told of other words and other voices than those asked for */
    static RealtimeTextToSpeech at(ServiceEndpoint endpoint, HttpTransport transport, VoiceListener listener) {
        RealtimeErrors errors = new RealtimeErrors(Stage.SPEECH, endpoint, transport);
        return new RealtimeTextToSpeech(new RealtimeService(transport.sockets(), () -> handshake(endpoint),
                endpoint.model(), errors, transport.stallLimit(), System::nanoTime), listener);
    }

    /** {@code GET …/realtime?model=…}; OkHttp takes {@code http} for {@code ws} and {@code https} for {@code wss}. */
    static Request handshake(ServiceEndpoint endpoint) throws ServiceException {
        if (!endpoint.keyIsSendable()) {
            throw new ServiceException.KeyRefused(Stage.SPEECH, null);
        }
        if (endpoint.needsLeave()) {
            throw new ServiceException.NotEncrypted(Stage.SPEECH, endpoint.host());
        }
        HttpUrl url = endpoint.url().flatMap(written -> Optional.ofNullable(HttpUrl.parse(written)))
                .orElseThrow(() -> new ServiceException.NoNetwork(Stage.SPEECH, endpoint.host(), null));
        return new Request.Builder()
                .url(url.newBuilder().addPathSegment("realtime").addQueryParameter("model", endpoint.model()).build())
                .header("Authorization", "Bearer " + endpoint.sentKey()).build();
    }
}
