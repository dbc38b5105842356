package org.vivavoce.ui.common;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;

/** Which partner is in use, as an observable value. JavaFX thread; looks for keys in the background. */
public final class PartnerModel {

    /**
     * A partner.
     *
     * @param preset     id of its services; empty while it is being looked for
     * @param name       for the screen
     * @param keyMissing whether it cannot talk for want of a key
     */
    public record Partner(String preset, String name, boolean keyMissing) {}

    private final ReadOnlyObjectWrapper<Partner> partner = new ReadOnlyObjectWrapper<>(new Partner("", "", false));
    private final SettingsModel settings;
    private final Program.Services services;
    private final Executor background;
    private final Executor ui;

    /** Looks at once, and again whenever the settings of the services change. */
    public PartnerModel(SettingsModel settings, Program.Services services, Executor background, Executor ui) {
        this.settings = settings;
        this.services = services;
        this.background = background;
        this.ui = ui;
        settings.settingsProperty().subscribe((before, now) -> {
            if (!before.service().equals(now.service())) {
                refresh();
            }
        });
        refresh();
    }

    /** The partner in use. */
    public ReadOnlyObjectProperty<Partner> partnerProperty() {
        return partner.getReadOnlyProperty();
    }

    /** Looks again: a key was kept or forgotten. */
    public void refresh() {
        Settings.ServiceSettings asked = settings.now().service();
        background.execute(() -> {
            ServicePresets presets = services.presets();
            ServicePreset preset = presets.inUse(asked, services.keys());
            boolean keyMissing = preset.needsKey() && services.keys().key(preset.key()).isEmpty();
            ui.execute(() -> {
                if (asked.equals(settings.now().service())) {
                    partner.set(new Partner(preset.id(), preset.name(), keyMissing));
                }
            });
        });
    }
}
