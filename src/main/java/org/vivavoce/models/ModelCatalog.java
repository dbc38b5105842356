package org.vivavoce.models;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.practice.Assets;

/** The models known by name, with the date and the source of what is known. Immutable; read from {@code assets/services/models.toml}. */
public final class ModelCatalog {

    private final LocalDate asOf;
    private final String provider;
    private final List<Model> models;

    /**
     * What is known.
     *
     * @param asOf     the day on which it was so
     * @param provider the domain whose servers offer the models
     */
    ModelCatalog(LocalDate asOf, String provider, List<Model> models) {
        this.asOf = asOf;
        this.provider = provider;
        this.models = List.copyOf(models);
    }

    /** Reads what comes with the program. */
    public static ModelCatalog builtIn() {
        return ModelFile.parse(Assets.text("services/models.toml"));
    }

    /** The day on which all of this was so. */
    public LocalDate asOf() {
        return asOf;
    }

    /** All models, in the order of the file. */
    List<Model> models() {
        return models;
    }

    /** A model by its name, wherever it runs. */
    public Optional<Model> byId(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** Which requests a model takes; those of any server of the same API where its name is not known. */
    public Abilities abilitiesOf(String id) {
        return byId(id).map(Model::abilities).orElse(Abilities.UNKNOWN);
    }

    /**
     * A model on the provider's own servers, where its prices and its end are known; servers of other people use the same names for
     * what is neither paid nor shut down there.
     *
     * @param baseUrl the address it is asked at, with or without scheme
     */
    public Optional<Model> offered(String baseUrl, String id) {
        return isOfProvider(baseUrl) ? byId(id) : Optional.empty();
    }

    private boolean isOfProvider(String baseUrl) {
        try {
            String host = URI.create(baseUrl.contains("://") ? baseUrl : "https://" + baseUrl).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.equals(provider) || lower.endsWith("." + provider);
        } catch (IllegalArgumentException e) {
            return false; // no address at all: the first request says so
        }
    }
}
