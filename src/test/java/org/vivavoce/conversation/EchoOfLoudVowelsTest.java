package org.vivavoce.conversation;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** As {@link EchoTest}, with replies whose echo is hardest to bear. */
@Tag("slow")
@Order(5)
@Execution(ExecutionMode.CONCURRENT)
class EchoOfLoudVowelsTest {

    @Test
    void thePartnerNeverAnswersItsOwnEchoInLouderVowels() throws Exception {
        EchoTest.listenThrough("echo-two", List.of(
                "Oh, I know all about old roads. Our own road goes over a low hill. No one goes there alone at night. A yellow glow hangs over the meadow. More and more people know it now. Would you go there?",
                "Every evening we eat in the garden. The evenings are even better in June. We see the green fields and the trees. Bees keep visiting the sweet peas. Each week feels like a dream. Do you see what I mean?",
                "Far past the harbour lies a park. The path starts at the barn. Large dark cars are parked there. After class we start to march. My heart is in that part. Are you far from there?",
                "You can choose two or three tools. The blue room is cool in June. Soon the moon moves over the roof. We do a few loops after school. A new group comes too. Who knew that food?",
                "Now think about a loud crowd downtown. The sound goes round and round. Our house is south of the tower. A brown cow came down the mountain. How proud we are of our town. How about yours?"));
    }
}
