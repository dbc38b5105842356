package org.vivavoce.openai.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.vivavoce.ai.Stage;

/** What was answered last at each stage, so that a request that was sent twice may get one answer. Guarded by its {@link Script}. */
final class GivenAnswers {

    private record Given(SeenRequest.Content asked, String answer) {}

    private final Map<Stage, Given> last = new EnumMap<>(Stage.class);
    private boolean remembers;

    /**
     * The answer to a request.
     *
     * @param wrong whether something goes wrong with it
     * @param next  makes the answer to another request than the one before
     */
    String next(Stage stage, SeenRequest request, boolean wrong, Supplier<String> next) {
        Given before = last.get(stage);
        if (before != null && before.asked().same(request.content())) {
            return before.answer();
        }
        String answer = next.get();
        if (wrong || !remembers) {
            last.remove(stage);
        } else {
            last.put(stage, new Given(request.content(), answer));
        }
        return answer;
    }

    /** From now on. */
    void remember() {
        remembers = true;
    }

    void clear() {
        remembers = false;
        last.clear();
    }
}
