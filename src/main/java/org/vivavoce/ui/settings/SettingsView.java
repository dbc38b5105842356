package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.FileQuestion;
import org.vivavoce.ui.common.NoticeLine;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.Texts;

/** The settings; every change holds at once. JavaFX thread. */
public final class SettingsView implements Screen {

    private final BorderPane root = new BorderPane();
    private final Button back;
    private final SettingsViewModel settings;
    private final SoundPane sound;
    private final AppearancePane appearance;
    private final NotesPane notes;
    private final RecordingsPane recordings;
    private final BackupPane backup;
    private final Subscription follows;

    /**
     * Shows the settings.
     *
     * @param first the part that is shown first
     * @param files asks for files
     * @param leave goes back to where the user came from
     */
    public SettingsView(SettingsViewModel settings, Texts texts, SettingsTab first, FileQuestion files,
            Runnable leave) {
        this.settings = settings;
        sound = new SoundPane(settings.sound(), texts);
        appearance = new AppearancePane(settings.settings(), texts);
        notes = new NotesPane(settings.notes(), texts);
        back = Controls.iconButton(texts.of("settings.back"), Feather.ARROW_LEFT, leave);
        back.setId("back");
        back.setCancelButton(true);
        Label title = new Label(texts.of("settings.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        HBox header = new HBox(back, title);
        header.getStyleClass().add("bar");
        header.setAlignment(Pos.CENTER_LEFT);
        Map<SettingsTab, Tab> byPart = new EnumMap<>(SettingsTab.class);
        ServicePane service = new ServicePane(settings.service(), texts, true);
        service.getChildren().add(new BudgetPane(settings.budget(), texts));
        byPart.put(SettingsTab.SERVICE, tab("tab-service", texts.of("settings.tab.service"), service));
        byPart.put(SettingsTab.SOUND, tab("tab-sound", texts.of("settings.tab.sound"), sound));
        byPart.put(SettingsTab.TURN_TAKING,
                tab("tab-turns", texts.of("settings.tab.turns"), new TurnTakingPane(settings.turns(), texts)));
        byPart.put(SettingsTab.APPEARANCE, tab("tab-appearance", texts.of("settings.tab.appearance"), appearance));
        recordings = new RecordingsPane(settings.recordings(), texts);
        backup = new BackupPane(settings.backup(), texts, files);
        byPart.put(SettingsTab.PRIVACY, tab("tab-privacy", texts.of("settings.tab.privacy"),
                new PrivacyPane(settings.privacy(), texts, recordings, backup)));
        byPart.put(SettingsTab.NOTES, tab("tab-notes", texts.of("settings.tab.notes"), notes));
        TabPane tabs = new TabPane(byPart.values().toArray(Tab[]::new));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        NoticeLine notice = new NoticeLine();
        root.setTop(header);
        root.setCenter(tabs);
        root.setBottom(notice);
        tabs.getSelectionModel().select(byPart.get(first));
        follows = Subscription.combine(
                settings.settings().problemProperty()
                        .subscribe(problem -> notice.show(problem.orElse(""), Optional.empty(), () -> {})),
                tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
                    sound.close();
                    if (tab.equals(byPart.get(SettingsTab.SOUND))) {
                        sound.open();
                    }
                }));
    }

    private static Tab tab(String id, String name, Region pane) {
        pane.setMaxWidth(720);
        StackPane around = new StackPane(pane);
        around.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(around);
        scroll.setFitToWidth(true);
        Tab tab = new Tab(name, scroll);
        tab.setId(id);
        return tab;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return back;
    }

    @Override
    public void close() {
        follows.unsubscribe();
        sound.close();
        appearance.close();
        notes.close();
        recordings.close();
        backup.close();
        settings.service().close();
        settings.privacy().close();
    }
}
