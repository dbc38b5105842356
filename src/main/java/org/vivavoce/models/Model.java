package org.vivavoce.models;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Stage;

/**
 * A model of the provider. A value, read from {@code assets/services/models.toml}.
 *
 * @param id        its name in requests
 * @param stage     what it does
 * @param end       the day on which it is shut down; empty where none is named
 * @param successor id of the model that the provider names to follow it; empty where none is
 * @param prices    what it costs
 * @param abilities which requests it takes
 * @param voices    the voices it speaks with; none for other stages
 */
public record Model(String id, Stage stage, Optional<LocalDate> end, Optional<String> successor, Prices prices,
        Abilities abilities, List<String> voices) {
    public Model {
        voices = List.copyOf(voices);
    }
}
