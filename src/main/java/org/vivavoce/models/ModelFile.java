package org.vivavoce.models;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Stage;

/** Reads the models from TOML. A word it does not know is an error: the file comes with the program. Without state. */
final class ModelFile {

    private static final TomlMapper MAPPER = TomlMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private ModelFile() {}

    /** The file as it is written. */
    record File(String asOf, String source, String provider, List<Entry> models) {}

    /** A model as it is written; what its stage does not need is absent. */
    record Entry(String id, Stage stage, String end, String successor, @Nullable Prices prices,
            Abilities.@Nullable Transcribing transcribing, Abilities.@Nullable Chatting chatting,
            Abilities.@Nullable Speaking speaking, @Nullable List<String> voices) {

        Model model() {
            Abilities plain = Abilities.UNKNOWN;
            return new Model(id, stage, given(end).map(LocalDate::parse), given(successor),
                    Objects.requireNonNullElse(prices, Prices.UNKNOWN),
                    new Abilities(Objects.requireNonNullElse(transcribing, plain.transcribing()),
                            Objects.requireNonNullElse(chatting, plain.chatting()),
                            Objects.requireNonNullElse(speaking, plain.speaking())),
                    Objects.requireNonNullElse(voices, List.of()));
        }
    }

    /** @throws IllegalStateException when the text is not as it should be */
    static ModelCatalog parse(String toml) {
        try {
            File file = MAPPER.readValue(toml, File.class);
            if (file.source().isBlank()) {
                throw new IllegalStateException("The list of models does not say where it is from");
            }
            return new ModelCatalog(LocalDate.parse(file.asOf()), file.provider(),
                    file.models().stream().map(Entry::model).toList());
        } catch (JacksonException e) {
            throw new IllegalStateException("The program was packed with a broken list of models", e);
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }
}
