package org.vivavoce.api;

import java.time.Duration;

/**
 * What can be set of the interface.
 *
 * @param port              on 127.0.0.1; 0 for any free one
 * @param leastChunk        characters of a chunk over the WebSocket, at least; a message that is shorter is one chunk
 * @param requestsPerMinute how many are answered a minute, of all clients together
 * @param replies           how many replies may run at a time
 * @param heartbeat         a stream that is silent for so long carries a comment: whoever left is noticed by it
 */
public record ApiOptions(int port, int leastChunk, int requestsPerMinute, int replies, Duration heartbeat) {

    /** 20 characters a chunk: about four words. */
    public static final int USUAL_CHUNK = 20;

    /** 600 a minute: fifty clients that each ask five times a second for two seconds, and no runaway loop. */
    public static final int USUAL_RATE = 600;

    /** 100 replies: more than one computer's services bear. */
    public static final int USUAL_REPLIES = 100;

    /** 2 s: as long as a client may wait before it must know whether its request was taken. */
    public static final Duration USUAL_HEARTBEAT = Duration.ofSeconds(2);

    /** The usual ones. */
    public static ApiOptions usual() {
        return new ApiOptions(0, USUAL_CHUNK, USUAL_RATE, USUAL_REPLIES, USUAL_HEARTBEAT);
    }

    /** The same on another port. */
    public ApiOptions withPort(int number) {
        return new ApiOptions(number, leastChunk, requestsPerMinute, replies, heartbeat);
    }

    /** The same with other chunks. */
    public ApiOptions withLeastChunk(int characters) {
        return new ApiOptions(port, characters, requestsPerMinute, replies, heartbeat);
    }

    /** The same with another rate. */
    public ApiOptions withRequestsPerMinute(int requests) {
        return new ApiOptions(port, leastChunk, requests, replies, heartbeat);
    }

    /** The same with so many replies at a time. */
    public ApiOptions withReplies(int most) {
        return new ApiOptions(port, leastChunk, requestsPerMinute, most, heartbeat);
    }

    /** The same with another heartbeat. */
    public ApiOptions withHeartbeat(Duration silence) {
        return new ApiOptions(port, leastChunk, requestsPerMinute, replies, silence);
    }
}
