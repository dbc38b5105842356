package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.openai.testing.SeenRequest;

/** Requests without those that repeat the one before: on a busy computer an answer takes unusually long, and is asked for twice. */
final class SentOnce {

    private SentOnce() {}

    static List<SeenRequest> of(List<SeenRequest> requests) {
        List<SeenRequest> once = new ArrayList<>();
        for (SeenRequest request : requests) {
            if (once.isEmpty() || !once.getLast().content().same(request.content())) {
                once.add(request);
            }
        }
        return once;
    }
}
