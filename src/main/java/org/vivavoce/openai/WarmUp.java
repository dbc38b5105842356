package org.vivavoce.openai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.TranscriptionRequest;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.practice.Message;

/**
 * Makes every kind of call once against {@link WarmUpServer}, so that the first real ones find their classes loaded: cold, they cost
 * three to five seconds together. Run once, early, on a background thread; nothing leaves this computer.
 */
public final class WarmUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public void run() {
        try (WarmUpServer server = new WarmUpServer()) {
            ServiceEndpoint endpoint = new ServiceEndpoint(server.url(), "", "warm-up");
            // An address of digits needs no look-up, so nothing is ever run on this executor.
            OpenAiServices made = OpenAiServices.withStallLimit(List.of(endpoint, endpoint, endpoint), Runnable::run,
                    LIMIT, LIMIT);
            try (Services services = made.services()) {
                callEach(services);
                cancelOne(services, server);
            }
            greetSecurely();
        } catch (IOException | ServiceException | GeneralSecurityException e) {
            LOG.debug("Warm-up ended early: {}", e.getClass().getSimpleName()); // the first real call is slow, nothing worse
        }
    }

    private static void callEach(Services services) throws ServiceException {
        Cancellation never = new Cancellation();
        EncodedAudio audio = new EncodedAudio(new byte[3200], EncodedAudio.Format.WAV, Duration.ofMillis(100));
        services.speechToText().transcribe(new TranscriptionRequest(audio, Optional.of("en"), "before"), never);
        services.languageModel().reply(new ChatRequest("prompt", List.of(Message.user("hello")), 1, 10), text -> {
        }, never);
        try (SpeechStream stream = services.textToSpeech().speak(new SpeechRequest("hello", "alloy", "warm"), never)) {
            byte[] buffer = new byte[1024];
            int read = 0;
            while (read >= 0) {
                read = stream.read(buffer);
            }
        }
    }

    /**
     * Takes both ways out of a cancelled call: before its answer and in the middle of it. The user breaks in early, as a rule; cold,
     * that takes a third of a second.
     */
    private static void cancelOne(Services services, WarmUpServer server) throws ServiceException {
        Cancellation early = new Cancellation();
        server.onNextRequest(early::cancel);
        replyUntilCancelled(services, early, text -> {
        });
        Cancellation late = new Cancellation();
        replyUntilCancelled(services, late, text -> late.cancel());
    }

    private static void replyUntilCancelled(Services services, Cancellation cancellation, Consumer<String> onText)
            throws ServiceException {
        try {
            services.languageModel().reply(new ChatRequest("prompt", List.of(Message.user("hello")), 1, 10), onText,
                    cancellation);
        } catch (ServiceException.Cancelled e) {
            LOG.debug("Warm-up: a call was cancelled");
        }
    }

    /** Writes the first message of a TLS connection, to nobody: it halves the time of the first one to a real service. */
    private static void greetSecurely() throws GeneralSecurityException, SSLException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        engine.closeOutbound();
    }
}
