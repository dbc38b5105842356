package org.vivavoce.conversation;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Five turns of language practice, without a key press, with the built-in partner. A class of its own: it lasts longest and begins first. */
@Tag("slow")
@Order(8)
@Execution(ExecutionMode.CONCURRENT)
class BuiltInLanguagePracticeTest {

    /** In the time of these five turns one more conversation fits in; with {@code -Dvivavoce.long=true} both are held. */
    @Test
    void languagePracticeGoesOnForFiveTurns() throws Exception {
        BuiltInFiveTurns.hold("language", "es", List.of(Utterance.in("es", "Hola, me llamo Marta y vivo en Madrid."),
                Utterance.in("es", "Ayer fui al mercado con mi hermano."),
                Utterance.in("es", "Me gusta mucho cocinar los domingos."),
                Utterance.in("es", "El año pasado viajé a Portugal en tren."),
                Utterance.in("es", "Mañana quiero aprender cinco palabras nuevas.")));
        if (Boolean.getBoolean("vivavoce.long")) {
            BuiltInFiveTurns.hold("chat", "en", List.of(Utterance.english("I finally fixed the bicycle this morning."),
                    Utterance.english("It took me three hours and two broken tools."),
                    Utterance.english("My neighbour lent me a better one."),
                    Utterance.english("Now I want to ride along the river."),
                    Utterance.english("Maybe I will take some pictures there.")));
        }
    }
}
