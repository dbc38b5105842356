package org.vivavoce.openai;

import com.openai.core.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechStream;

/** The body of a speech answer as it arrives. Read by one {@code reply-*} thread, cancelled from any. */
final class OpenAiSpeechStream implements SpeechStream {

    /** The first read takes what is there, at most this much: about 0.2 s of sound. */
    private static final int FIRST_READ_BYTES = 4096;

    private final HttpResponse response;
    private final InputStream body;
    private final ServiceClient service;
    private final OpenCall call;
    private byte[] first = new byte[0];
    private int firstTaken;
    private boolean ended;

    private OpenAiSpeechStream(HttpResponse response, ServiceClient service, OpenCall call) {
        this.response = response;
        this.body = response.body();
        this.service = service;
        this.call = call;
    }

    /** Waits for the first bytes; they show whether it is sound at all, whatever the service says it is. */
    static OpenAiSpeechStream begin(HttpResponse response, ServiceClient service, OpenCall call)
            throws IOException, ServiceException {
        OpenAiSpeechStream stream = new OpenAiSpeechStream(response, service, call);
        try {
            byte[] buffer = new byte[FIRST_READ_BYTES];
            int read = stream.body.read(buffer);
            if (read <= 0) {
                throw service.badReply("it was empty");
            }
            call.flows();
            stream.first = Arrays.copyOf(buffer, read);
            if (isText(stream.first)) {
                throw service.badReply("it was text instead of sound");
            }
            return stream;
        } catch (IOException | ServiceException | RuntimeException e) {
            call.breakOff(); // so that closing does not wait for the rest
            response.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer) throws ServiceException {
        service.stopIfCancelled(call);
        if (firstTaken < first.length) {
            int length = Math.min(buffer.length, first.length - firstTaken);
            System.arraycopy(first, firstTaken, buffer, 0, length);
            firstTaken += length;
            return length;
        }
        try {
            int length = body.read(buffer);
            ended = length < 0;
            return length;
        } catch (IOException | RuntimeException e) {
            throw service.failed(e, call);
        }
    }

    @Override
    public void close() {
        if (!ended) {
            call.breakOff();
        }
        response.close();
        call.close();
    }

    /** JSON and HTML, what services send by mistake, begin with a letter no sound file begins with. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b == '{' || b == '<';
            }
        }
        return true;
    }
}
