package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.openai.testing.SeenRequest;

/** Requests without those that repeat the one before: on a busy computer an answer takes unusually long, and is asked for twice. */
final class SentOnce {

    private SentOnce() {}

    static List<SeenRequest> of(List<SeenRequest> requests) {
        List<SeenRequest> once = new ArrayList<>();
        for (SeenRequest request : requests) {
            if (once.isEmpty() || !same(once.getLast().content(), request.content())) {
                once.add(request);
            }
        }
        return once;
    }

    private static boolean same(SeenRequest.Content one, SeenRequest.Content other) {
        return one.fields().equals(other.fields()) && one.json().equals(other.json())
                && Arrays.equals(one.audio(), other.audio());
    }
}
