package org.vivavoce.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;

/**
 * What leaves this computer with the services in use, and what stays on it, in sentences. Whoever makes the program send or keep more
 * must say so here. JavaFX thread.
 */
public final class PrivacyViewModel {

    /**
     * A part of it.
     *
     * @param heading   what it is about
     * @param sentences about it
     */
    public record Topic(String heading, List<String> sentences) {
        public Topic {
            sentences = List.copyOf(sentences);
        }
    }

    private final ObservableList<Topic> topics = FXCollections.observableArrayList();
    private final ObservableList<Topic> forReading = FXCollections.unmodifiableObservableList(topics);
    private final SettingsModel settings;
    private final ServicePresets presets;
    private final Path dataFolder;
    private final Texts texts;
    private final Subscription follows;
    private String partner = "";

    /** Follows the services in use. */
    public PrivacyViewModel(SettingsModel settings, PartnerModel partner, Program program, Texts texts) {
        this.settings = settings;
        this.presets = program.services().presets();
        this.dataFolder = program.start().dataFolder();
        this.texts = texts;
        this.follows = Subscription.combine(partner.partnerProperty().subscribe(now -> {
            this.partner = now.preset();
            show();
        }), settings.settingsProperty().subscribe((before, now) -> show()));
    }

    /** The page from top to bottom; empty until the services in use are known. */
    public ObservableList<Topic> topics() {
        return forReading;
    }

    /** The services are followed no longer. */
    public void close() {
        follows.unsubscribe();
    }

    private void show() {
        presets.byId(partner).map(this::topics).ifPresent(topics::setAll);
    }

    private List<Topic> topics(ServicePreset chosen) {
        Settings.ServiceSettings services = settings.now().service();
        ServicePreset preset = ServicePresets.withOwn(chosen, services.ownOf(chosen.id()));
        List<Topic> all = new ArrayList<>();
        addLeaving(all, preset.speechToText(), texts.of("settings.endpoint.speech-to-text"),
                texts.of("privacy.speech-to-text"));
        addLeaving(all, preset.chat(), texts.of("settings.endpoint.chat"), texts.of("privacy.chat"));
        addLeaving(all, preset.speech(), texts.of("settings.endpoint.speech"), texts.of("privacy.speech"));
        if (all.isEmpty()) {
            boolean builtIn = preset.id().equals(ServicePresets.OFFLINE);
            all.add(new Topic(texts.of("privacy.nothing"),
                    List.of(builtIn ? texts.of("privacy.built-in") : texts.of("privacy.own-servers"))));
        } else {
            all.add(new Topic(texts.of("privacy.also"), also(preset)));
        }
        all.add(new Topic(texts.of("privacy.kept"), List.of(texts.of("privacy.kept.files", dataFolder),
                texts.of("privacy.kept.conversations"), recordings(), texts.of("privacy.kept.unsent"),
                texts.of("privacy.kept.keys"))));
        return all;
    }

    private String recordings() {
        return settings.now().recordings().allowed()
                ? texts.of("privacy.kept.recordings")
                : texts.of("privacy.kept.no-recordings");
    }

    private void addLeaving(List<Topic> all, Settings.Endpoint endpoint, String name, String what) {
        if (endpoint.address().staysHere()) {
            return;
        }
        List<String> sentences = new ArrayList<>(List.of(what));
        endpoint.address().hostInClear().ifPresent(
                host -> sentences.add(settings.now().service().inClear().contains(host)
                        ? texts.of("privacy.in-clear")
                        : texts.of("privacy.in-clear.not")));
        all.add(new Topic(texts.of("privacy.to", name, endpoint.address().host().orElse("")), sentences));
    }

    private List<String> also(ServicePreset preset) {
        List<String> sentences = new ArrayList<>(List.of(texts.of("privacy.also.key"), texts.of("privacy.also.open"),
                texts.of("privacy.also.models")));
        if (preset.hedged()) {
            sentences.add(texts.of("privacy.also.hedged"));
        }
        sentences.add(texts.of("privacy.also.proxy"));
        sentences.add(texts.of("privacy.also.nothing"));
        return sentences;
    }
}
