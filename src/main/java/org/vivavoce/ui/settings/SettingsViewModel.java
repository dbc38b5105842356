package org.vivavoce.ui.settings;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;

/** All parts of the settings together. JavaFX thread. */
public final class SettingsViewModel {

    private final SettingsModel settings;
    private final ServiceViewModel service;
    private final SoundViewModel sound;
    private final TurnTakingViewModel turns;
    private final BudgetViewModel budget;
    private final PrivacyViewModel privacy;
    private final NotesViewModel notes;
    private final RecordingsViewModel recordings;
    private final BackupViewModel backup;
    private final Path dataFolder;

    /** Shows what holds. */
    public SettingsViewModel(Program program, SettingsModel settings, PartnerModel partner, Texts texts, Executor ui) {
        this.settings = settings;
        this.service = new ServiceViewModel(settings, program.services(), partner, program.background(), ui);
        this.sound = new SoundViewModel(settings, program.sound(), program.background(), ui);
        this.turns = new TurnTakingViewModel(settings, program.practice().modes(), program.start().learned());
        this.budget = new BudgetViewModel(settings, program.services().spent(), program.background(), ui);
        this.privacy = new PrivacyViewModel(settings, partner, program, texts);
        this.notes = new NotesViewModel(settings, program.background(), ui);
        this.recordings = new RecordingsViewModel(settings, program.archive().sound(), program.background(), ui);
        this.backup = new BackupViewModel(program.archive().backups(), program.archive().clock(),
                program.background(), ui);
        this.dataFolder = program.start().dataFolder();
    }

    /** The settings themselves. */
    public SettingsModel settings() {
        return settings;
    }

    /** The services. */
    public ServiceViewModel service() {
        return service;
    }

    /** The devices. */
    public SoundViewModel sound() {
        return sound;
    }

    /** Turn-taking. */
    public TurnTakingViewModel turns() {
        return turns;
    }

    /** What may be spent. */
    public BudgetViewModel budget() {
        return budget;
    }

    /** What leaves this computer. */
    public PrivacyViewModel privacy() {
        return privacy;
    }

    /** What the partner is given to know. */
    public NotesViewModel notes() {
        return notes;
    }

    /** What is kept as sound. */
    public RecordingsViewModel recordings() {
        return recordings;
    }

    /** All that is kept, elsewhere too. */
    public BackupViewModel backup() {
        return backup;
    }

    /** Where everything is kept. */
    public Path dataFolder() {
        return dataFolder;
    }
}
