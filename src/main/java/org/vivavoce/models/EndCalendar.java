package org.vivavoce.models;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Stage;

/** Tells which models in use end soon. Immutable; no clock, the day is given. */
public final class EndCalendar {

    /** From so many days before its end a model is spoken of: time enough to try what follows, too little to forget it again. */
    static final int DAYS_BEFORE = 60;

    private final ModelCatalog catalog;

    public EndCalendar(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A model in use.
     *
     * @param stage   what it does
     * @param baseUrl the address it is asked at
     * @param model   its name
     */
    public record InUse(Stage stage, String baseUrl, String model) {}

    /** What servers said themselves of the ends of their models. */
    @FunctionalInterface
    public interface Told {
        /** The end of a model at a server; empty where the server said nothing of it. */
        Optional<LocalDate> end(String baseUrl, String model);
    }

    /**
     * The models that end within {@value #DAYS_BEFORE} days or have ended, in the order of their stages. What the server says counts
     * before what the catalogue knows.
     */
    public List<ModelEnd> near(List<InUse> used, Told told, LocalDate today) {
        return used.stream().flatMap(one -> end(one, told, today).stream()).toList();
    }

    private Optional<ModelEnd> end(InUse used, Told told, LocalDate today) {
        Optional<Model> known = catalog.offered(used.baseUrl(), used.model());
        return told.end(used.baseUrl(), used.model()).or(() -> known.flatMap(Model::end))
                .filter(day -> !today.isBefore(day.minusDays(DAYS_BEFORE)))
                .map(day -> new ModelEnd(used.stage(), used.model(), day, !today.isBefore(day),
                        known.flatMap(Model::successor)));
    }
}
