package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.session.WrittenTurn;

/**
 * A reply as Server-Sent Events. It begins with the first event or the first heartbeat, so that what fails before is answered with a
 * status of its own. Thread-safe; one event is written at a time.
 */
final class EventStream implements ReplySink {

    private static final String COMMENT = ":\n\n";

    private final Call call;
    private final Cancellation cancellation;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean begun; // this and what follows: guarded by lock
    private boolean ended;
    private boolean broken;

    /** @param cancellation is cancelled when the client has left */
    EventStream(Call call, Cancellation cancellation) {
        this.call = call;
        this.cancellation = cancellation;
    }

    @Override
    public void heard(String words) {
        event("transcript", Json.object().put("text", words));
    }

    @Override
    public void text(String piece) {
        event("text", Json.object().put("text", piece));
    }

    @Override
    public void audio(int sentence, String contentType, byte[] bytes) {
        event("audio", Json.object().put("sentence", sentence).put("type", contentType).put("data",
                Base64.getEncoder().encodeToString(bytes)));
    }

    @Override
    public void ideaSaved(String idea) {
        event("idea", Json.object().put("text", idea));
    }

    @Override
    public void ideaTakenBack(String idea) {
        event("idea-taken-back", Json.object().put("text", idea));
    }

    @Override
    public void noticed(String sentence) {
        event("notice", Json.object().put("text", sentence));
    }

    @Override
    public void done(WrittenTurn.Answer answer) {
        event("done", Json.object().put("text", answer.text()).put("cutAtLimit", answer.cutAtLimit()));
        end();
    }

    @Override
    public void failed(Problem problem) {
        lock.lock();
        try {
            if (!begun && !broken) {
                ended = true;
                call.answer(problem);
                return;
            }
        } catch (IOException e) {
            isBroken(e);
            return;
        } finally {
            lock.unlock();
        }
        event("error", problem.json());
        end();
    }

    /** Nothing has happened for a while: whoever left is noticed by this. */
    void beat() {
        write(COMMENT, false);
    }

    private void event(String name, JsonNode data) {
        write("event: " + name + "\ndata: " + Json.text(data) + "\n\n", false);
    }

    private void end() {
        write("", true);
    }

    private void write(String text, boolean last) {
        lock.lock();
        try {
            if (broken || ended) {
                return;
            }
            if (!begun) {
                begun = true;
                call.response().setStatus(200);
                call.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
                call.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            }
            ended = last;
            Content.Sink.write(call.response(), last, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            if (last) {
                call.callback().succeeded();
            }
        } catch (IOException e) {
            isBroken(e);
        } finally {
            lock.unlock();
        }
    }

    private void isBroken(IOException reason) {
        if (!broken) {
            broken = true;
            cancellation.cancel();
            call.callback().failed(reason);
        }
    }
}
