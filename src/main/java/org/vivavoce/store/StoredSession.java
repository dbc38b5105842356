package org.vivavoce.store;

import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.Message;

/**
 * All that is kept of a session but its sound. A value.
 *
 * @param session    as a list shows it
 * @param messages   oldest first
 * @param utterances its recordings, oldest first
 * @param latencies  of each reply, oldest first
 * @param cost       empty where it was not counted
 */
public record StoredSession(SessionRecord session, List<StoredMessage> messages, List<StoredUtterance> utterances,
        List<StoredLatency> latencies, Optional<SessionCost> cost) {

    public StoredSession {
        messages = List.copyOf(messages);
        utterances = List.copyOf(utterances);
        latencies = List.copyOf(latencies);
    }

    /** What was said, to go on with. */
    public List<Message> history() {
        return messages.stream().map(StoredMessage::message).toList();
    }

    @Override
    public String toString() {
        return "StoredSession[" + session.id() + ", " + messages.size() + " messages]"; // what was said stays out of logs
    }
}
