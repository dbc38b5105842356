package org.vivavoce.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings.Endpoints;
import org.vivavoce.settings.Settings.ServiceSettings;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.ServiceTester;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;

/**
 * The models in use that end soon, and the change to those that follow: each is tried first, and only one that works is used from then
 * on. JavaFX thread.
 */
public final class EndingViewModel {

    /**
     * What is shown.
     *
     * @param sentences  what ends when, one sentence each
     * @param changeable whether there is something to change to
     * @param trying     whether the successors are being tried
     * @param outcome    what came of the last try, one sentence each
     */
    public record Banner(List<String> sentences, boolean changeable, boolean trying, List<String> outcome) {
        public Banner {
            sentences = List.copyOf(sentences);
            outcome = List.copyOf(outcome);
        }

        /** Whether there is anything to show. */
        public boolean isShown() {
            return !sentences.isEmpty() || !outcome.isEmpty();
        }
    }

    private final ReadOnlyObjectWrapper<Banner> banner = new ReadOnlyObjectWrapper<>(
            new Banner(List.of(), false, false, List.of()));
    private final SettingsModel settings;
    private final PartnerModel partner;
    private final Program.Services services;
    private final Texts texts;
    private final Executor background;
    private final Executor ui;
    private List<ModelEnd> ends = List.of();
    private List<String> outcome = List.of();
    private boolean trying;
    private int looks;
    private int tries;
    private ServiceTester.@Nullable Attempt attempt;

    /** Looks whenever other services are used; nothing is shown before the first answer. */
    public EndingViewModel(SettingsModel settings, PartnerModel partner, Program.Services services, Texts texts,
            Executor background, Executor ui) {
        this.settings = settings;
        this.partner = partner;
        this.services = services;
        this.texts = texts;
        this.background = background;
        this.ui = ui;
        settings.settingsProperty().subscribe((before, now) -> {
            if (!before.service().equals(now.service())) {
                cancel(); // what is being tried is not in use any more
                look();
            }
        });
        partner.partnerProperty().subscribe((before, now) -> {
            outcome = List.of();
            look();
        });
        look();
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Banner> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** Looks again, as on another day: the program may stand open for long. */
    public void look() {
        int mine = ++looks;
        inUse().ifPresent(preset -> services.ends().look(preset, found -> ui.execute(() -> {
            if (mine == looks) {
                ends = found;
                show();
            }
        })));
    }

    /** The user wants to hear no more of it today. */
    public void dismiss() {
        cancel();
        looks++; // what is still looked for is not wanted either
        ends = List.of();
        outcome = List.of();
        show();
        services.ends().dismiss();
    }

    /** Tries the successors, and uses those that work. */
    public void change() {
        List<ModelEnd> replaced = ends.stream().filter(end -> end.successor().isPresent()).toList();
        ServicePreset preset = inUse().orElse(null);
        if (preset == null || replaced.isEmpty() || trying) {
            return;
        }
        ServicePreset tried = ServicePresets.withOwn(preset, with(Endpoints.AS_PRESET, replaced));
        int mine = ++tries;
        trying = true;
        outcome = List.of();
        show();
        background.execute(() -> {
            Optional<String> key = services.keys().key(tried.key());
            ui.execute(() -> begin(mine, tried, key, replaced));
        });
    }

    private void begin(int mine, ServicePreset tried, Optional<String> key, List<ModelEnd> replaced) {
        if (mine != tries) {
            return;
        }
        List<ServiceTester.Result> results = new ArrayList<>();
        attempt = services.tester().test(tried, key, ServiceTester.Sample.SILENCE,
                result -> ui.execute(() -> results.add(result)),
                () -> ui.execute(() -> {
                    if (mine == tries) {
                        finish(tried.id(), replaced, results);
                    }
                }));
    }

    private void finish(String presetId, List<ModelEnd> replaced, List<ServiceTester.Result> results) {
        trying = false;
        attempt = null;
        List<ModelEnd> well = replaced.stream().filter(end -> works(end, results)).toList();
        List<String> said = new ArrayList<>();
        for (ModelEnd end : replaced) {
            String successor = end.successor().orElseThrow();
            said.add(well.contains(end)
                    ? texts.of("home.ending.changed", successor)
                    : texts.of("home.ending.kept", end.model(), reason(end, results)));
        }
        outcome = List.copyOf(said);
        show();
        settings.change(now -> {
            ServiceSettings service = now.service();
            return now.withService(service.withOwn(presetId, with(service.ownOf(presetId), well)));
        });
    }

    /** Results come in the order of the stages. */
    private static boolean works(ModelEnd end, List<ServiceTester.Result> results) {
        int index = place(end);
        return index < results.size() && results.get(index).well();
    }

    private static int place(ModelEnd end) {
        return List.of(Stage.values()).indexOf(end.stage());
    }

    private String reason(ModelEnd end, List<ServiceTester.Result> results) {
        int index = Math.min(place(end), results.size() - 1);
        return index < 0 ? texts.of("home.ending.not-tried") : results.get(index).sentence();
    }

    /** Gives a try up. */
    public void cancel() {
        tries++;
        trying = false;
        if (attempt != null) {
            attempt.cancel();
            attempt = null;
        }
        show();
    }

    private void show() {
        banner.set(new Banner(ends.stream().map(ModelEnd::sentence).toList(),
                ends.stream().anyMatch(end -> end.successor().isPresent()), trying, outcome));
    }

    private Optional<ServicePreset> inUse() {
        return services.presets().byId(partner.partnerProperty().get().preset())
                .map(preset -> ServicePresets.withOwn(preset, settings.now().service().ownOf(preset.id())));
    }

    private static Endpoints with(Endpoints own, List<ModelEnd> replaced) {
        Endpoints changed = own;
        for (ModelEnd end : replaced) {
            String successor = end.successor().orElseThrow();
            changed = switch (end.stage()) {
                case TRANSCRIPTION -> changed.withSpeechToText(changed.speechToText().withModel(successor));
                case CHAT -> changed.withChat(changed.chat().withModel(successor));
                case SPEECH -> changed.withSpeech(changed.speech().withModel(successor));
            };
        }
        return changed;
    }
}
