package org.vivavoce.ui.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.settings.RecordingSettings;
import org.vivavoce.settings.Settings;
import org.vivavoce.ui.Later;
import org.vivavoce.ui.ScriptedBackups;
import org.vivavoce.ui.ScriptedSoundArchive;
import org.vivavoce.ui.common.SettingsModel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordingsViewModelTest {

    private final ScriptedSoundArchive sound = new ScriptedSoundArchive();
    private final ScriptedBackups backups = new ScriptedBackups();
    private final Later background = new Later();
    private final SettingsModel settings = new SettingsModel(Settings.defaults(), changed -> Optional.empty(),
            Runnable::run, Runnable::run);
    private final RecordingsViewModel recordings = new RecordingsViewModel(settings, sound, background, Runnable::run);
    private final BackupViewModel backup = new BackupViewModel(backups,
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC), background, Runnable::run);

    @Test
    void soundIsKeptOnlyAfterTheUserHasSaidSo() {
        assertFalse(settings.now().recordings().allowed());
        assertFalse(settings.now().recordings().asked());

        recordings.keep(true);
        recordings.keepFor(30);
        assertEquals(new RecordingSettings(RecordingSettings.ALLOWED, 30), settings.now().recordings());
        recordings.keep(false);

        assertFalse(settings.now().recordings().allowed());
        assertTrue(settings.now().recordings().asked());
    }

    @Test
    void howMuchThereIsIsCountedInTheBackground() {
        sound.size = 12_345_678;
        assertEquals(-1, recordings.bytesProperty().get());
        background.run();
        assertEquals(12_345_678, recordings.bytesProperty().get());
    }

    @Test
    void allIsDeletedAfterAQuestion() {
        sound.size = 1000;
        background.run();
        recordings.deleteAll();
        background.run();
        assertEquals(List.of(), sound.calls, "nobody was asked");

        recordings.ask();
        recordings.leave();
        recordings.ask();
        recordings.deleteAll();
        background.run();

        assertEquals(List.of("delete"), sound.calls);
        assertEquals(0, recordings.bytesProperty().get());
        assertFalse(recordings.askingProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"1,1 kB", "999,1 kB", "45600,46 kB", "1234567,1.2 MB", "45600000,46 MB", "1234567890,1.2 GB"})
    void sizesAreToldAsPeopleReadThem(long bytes, String told) {
        assertEquals(told, RecordingsViewModel.size(bytes));
    }

    @Test
    void aBackupIsWrittenAndWhatWasDoneIsSaid() {
        assertEquals("vivavoce-backup-2026-11-22.zip", backup.suggestedName());
        backup.write(Path.of("b.zip"));
        assertTrue(backup.busyProperty().get());
        background.run();

        assertEquals(List.of("write b.zip"), backups.calls);
        assertEquals("Written.", backup.saidProperty().get());
        assertFalse(backup.busyProperty().get());
    }

    @Test
    void aBackupIsRestoredAfterAQuestionAndAFailureIsSaid() {
        backup.restore();
        backup.ask(Path.of("b.zip"));
        backup.leave();
        backup.restore();
        background.run();
        assertEquals(List.of(), backups.calls);

        backups.failure = Optional.of("It is damaged.");
        backup.ask(Path.of("b.zip"));
        backup.restore();
        background.run();

        assertEquals(List.of("restore b.zip"), backups.calls);
        assertEquals("It is damaged.", backup.saidProperty().get());
        assertEquals(Optional.empty(), backup.askedProperty().get());
    }
}
