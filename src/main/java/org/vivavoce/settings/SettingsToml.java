package org.vivavoce.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns settings into TOML and back; what a file does not name is as by default. Thread-safe. */
final class SettingsToml {

    private final TomlMapper mapper = TomlMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

    String write(Settings settings) {
        try {
            return mapper.writeValueAsString(settings);
        } catch (JacksonException e) {
            throw new IllegalStateException("Settings are plain values and can always be written", e);
        }
    }

    /** Reads settings; values out of their range are brought into it. */
    Settings read(String toml) throws BrokenSettingsException {
        try {
            ObjectNode merged = mapper.valueToTree(Settings.defaults());
            merge(merged, mapper.readTree(toml));
            return inRange(mapper.treeToValue(merged, Settings.class));
        } catch (com.fasterxml.jackson.databind.JsonMappingException e) {
            throw new BrokenSettingsException(lineOf(toml, e.getPath()));
        } catch (JacksonException e) {
            throw new BrokenSettingsException(e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
    }

    private static void merge(ObjectNode into, @Nullable JsonNode from) {
        if (from == null) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (into.get(field.getKey()) instanceof ObjectNode inner && field.getValue().isObject()) {
                merge(inner, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }

    private static Settings inRange(Settings read) {
        Settings defaults = Settings.defaults();
        Settings.TurnTakingSettings turns = read.turnTaking();
        Map<String, Integer> holds = new HashMap<>(turns.holdMs());
        holds.replaceAll((mode, ms) -> Math.clamp(ms, Settings.TurnTakingSettings.MIN_HOLD_MS,
                Settings.TurnTakingSettings.MAX_LANGUAGE_HOLD_MS));
        Settings.AppearanceSettings look = read.appearance();
        return read
                .withTurnTaking(turns.withHolds(holds).withPreset(
                        oneOf(turns.preset(), List.of("adaptive", "classic"), defaults.turnTaking().preset())))
                .withAppearance(new Settings.AppearanceSettings(
                        oneOf(look.theme(), List.of("system", "light", "dark"), defaults.appearance().theme()),
                        look.captions(),
                        look.motion()))
                .withRecordings(new RecordingSettings(
                        oneOf(read.recordings().permission(),
                                List.of(RecordingSettings.NOT_ASKED, RecordingSettings.ALLOWED,
                                        RecordingSettings.REFUSED),
                                RecordingSettings.NOT_ASKED),
                        Math.max(0, read.recordings().keepDays())))
                .withBudget(new Settings.BudgetSettings(amount(read.budget().sessionDollars()),
                        amount(read.budget().monthDollars())));
    }

    /** What is no amount is no limit. */
    private static double amount(double dollars) {
        return dollars > 0 && Double.isFinite(dollars) ? dollars : 0;
    }

    private static String oneOf(String value, List<String> allowed, String otherwise) {
        return allowed.contains(value) ? value : otherwise;
    }

    /** A value of the wrong kind is found by its name: the tree it was read into has no lines any more. */
    private static int lineOf(String toml, List<com.fasterxml.jackson.databind.JsonMappingException.Reference> path) {
        List<String> lines = toml.lines().toList();
        for (int depth = path.size() - 1; depth >= 0; depth--) {
            String name = path.get(depth).getFieldName();
            for (int line = 0; name != null && line < lines.size(); line++) {
                if (lines.get(line).contains(name)) {
                    return line + 1;
                }
            }
        }
        return 1;
    }

    /** The text is not TOML, or a value in it is of the wrong kind. */
    static final class BrokenSettingsException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        BrokenSettingsException(int line) {
            super("Line " + line + " of the settings cannot be read");
            this.line = line;
        }

        /** The first line that cannot be read, from 1. */
        int line() {
            return line;
        }
    }
}
