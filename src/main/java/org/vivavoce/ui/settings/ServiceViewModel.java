package org.vivavoce.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.ServiceTester;
import org.vivavoce.ui.common.SettingsModel;

/** The settings of the services: which, with which key, where, and whether they answer. JavaFX thread. */
public final class ServiceViewModel {

    /** The three services of a preset. */
    public enum Part {
        /** The recogniser. */
        SPEECH_TO_TEXT,
        /** The chat model. */
        CHAT,
        /** The voice. */
        SPEECH
    }

    private final ReadOnlyObjectWrapper<Optional<ServicePreset>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ObservableList<ServiceTester.Result> results = FXCollections.observableArrayList();
    /** A field: a view of a list listens only as long as somebody holds it. */
    private final ObservableList<ServiceTester.Result> resultsForReading = FXCollections
            .unmodifiableObservableList(results);
    private final SettingsModel settings;
    private final Program.Services services;
    private final Executor background;
    private final Executor ui;
    private final Runnable changedKey;
    private final KeyViewModel key;
    private final Subscription follows;
    private ServiceTester.@Nullable Attempt attempt;
    private int attempts;

    /** Shows the services in use. */
    public ServiceViewModel(SettingsModel settings, Program.Services services, PartnerModel partner,
            Executor background,
            Executor ui) {
        this.settings = settings;
        this.services = services;
        this.background = background;
        this.ui = ui;
        this.changedKey = partner::refresh;
        this.key = new KeyViewModel(services.keys(), background, ui, changedKey);
        this.follows = partner.partnerProperty().subscribe(now -> show(now.preset()));
    }

    /** All presets, in their order. */
    public List<ServicePreset> presets() {
        return services.presets().all();
    }

    /** The preset in use, without the user's own changes; empty until it is known. */
    public ReadOnlyObjectProperty<Optional<ServicePreset>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The key of the preset in use. */
    public KeyViewModel key() {
        return key;
    }

    /** Whether the services are being tried. */
    public ReadOnlyBooleanProperty tryingProperty() {
        return trying.getReadOnlyProperty();
    }

    /** What came of trying. */
    public ObservableList<ServiceTester.Result> results() {
        return resultsForReading;
    }

    /** Uses a preset from now on. */
    public void choose(String presetId) {
        settings.change(now -> now.withService(now.service().withPreset(presetId)));
        show(presetId);
    }

    private void show(String presetId) {
        Optional<ServicePreset> preset = services.presets().byId(presetId);
        if (!preset.equals(chosen.get())) {
            cancel();
            results.clear();
            chosen.set(preset);
            preset.ifPresent(known -> key.show(known.key()));
        }
    }

    /** What the user changed of a part; empty texts where nothing was changed. */
    public Settings.Endpoint own(Part part) {
        Settings.Endpoints own = settings.now().service().ownOf(chosenId());
        return switch (part) {
            case SPEECH_TO_TEXT -> own.speechToText();
            case CHAT -> own.chat();
            case SPEECH -> own.speech();
        };
    }

    /** What a part is in the preset. */
    public Settings.Endpoint asPreset(Part part) {
        return chosen.get().map(preset -> switch (part) {
            case SPEECH_TO_TEXT -> preset.speechToText();
            case CHAT -> preset.chat();
            case SPEECH -> preset.speech();
        }).orElse(Settings.Endpoint.AS_PRESET);
    }

    /**
     * Changes a part.
     *
     * @return false when the address is none; nothing is changed then
     */
    public boolean change(Part part, Settings.Endpoint endpoint) {
        String url = endpoint.baseUrl().strip();
        if (!url.isEmpty() && !url.matches("https?://[^\\s/].*")) {
            return false;
        }
        Settings.Endpoint clean = new Settings.Endpoint(url, endpoint.model().strip(), endpoint.voice().strip());
        settings.change(now -> {
            Settings.Endpoints own = now.service().ownOf(chosenId());
            return now.withService(now.service().withOwn(chosenId(), switch (part) {
                case SPEECH_TO_TEXT -> own.withSpeechToText(clean);
                case CHAT -> own.withChat(clean);
                case SPEECH -> own.withSpeech(clean);
            }));
        });
        return true;
    }

    /** The host of a part that would be talked to without encryption; empty where it is encrypted, or on this computer. */
    public Optional<String> hostInClear(Part part) {
        return own(part).over(asPreset(part)).address().hostInClear();
    }

    /** Whether the user lets the program talk to a host without encryption. */
    public boolean isAllowedInClear(String host) {
        return settings.now().service().inClear().contains(host);
    }

    /** Lets the program talk to a host without encryption, or not. */
    public void allowInClear(String host, boolean allowed) {
        settings.change(now -> now.withService(now.service().withInClear(host, allowed)));
    }

    /** Whether the built-in partner goes on where the services stay away. */
    public boolean failsOver() {
        return settings.now().service().failOver();
    }

    /** Lets the built-in partner go on where the services stay away, or not. */
    public void failOver(boolean wanted) {
        settings.change(now -> now.withService(now.service().withFailOver(wanted)));
    }

    /** Whether each service has a key of its own. */
    public boolean hasKeyForEach() {
        return chosen.get().map(ServicePreset::ownServers).orElse(false);
    }

    /** The key of a part, where each has one of its own. */
    public KeyViewModel keyOf(Part part) {
        KeyViewModel model = new KeyViewModel(services.keys(), background, ui, changedKey);
        chosen.get().map(ServicePreset::keyNames).ifPresent(names -> model.show(switch (part) {
            case SPEECH_TO_TEXT -> names.speechToText();
            case CHAT -> names.chat();
            case SPEECH -> names.speech();
        }));
        return model;
    }

    /**
     * Tries the services in use.
     *
     * @param typedKey a key that is not kept yet; where it is empty the kept one is used
     */
    public void tryIt(String typedKey) {
        chosen.get().ifPresent(preset -> {
            cancel();
            results.clear();
            trying.set(true);
            int mine = ++attempts;
            ServicePreset effective = ServicePresets.withOwn(preset, settings.now().service().ownOf(preset.id()));
            background.execute(() -> {
                Optional<String> used = typedKey.isBlank()
                        ? services.keys().key(preset.key())
                        : Optional.of(typedKey.strip());
                ui.execute(() -> begin(mine, effective, used));
            });
        });
    }

    private void begin(int mine, ServicePreset preset, Optional<String> used) {
        if (mine == attempts && trying.get()) {
            attempt = services.tester().test(preset, used, ServiceTester.Sample.MICROPHONE, result -> ui.execute(() -> {
                if (mine == attempts) {
                    results.add(result);
                }
            }), () -> ui.execute(() -> {
                if (mine == attempts) {
                    trying.set(false);
                }
            }));
        }
    }

    /** Gives a try up. */
    public void cancel() {
        attempts++;
        trying.set(false);
        if (attempt != null) {
            attempt.cancel();
            attempt = null;
        }
    }

    /** The settings are left: a try is given up, and the partner is followed no longer. */
    public void close() {
        cancel();
        follows.unsubscribe();
    }

    private String chosenId() {
        return chosen.get().map(ServicePreset::id).orElse("");
    }
}
