package org.vivavoce.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.vivavoce.backup.BackupSwap;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.settings.ChainedSecretStore;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.settings.LearnedHolds;
import org.vivavoce.settings.LearnedServers;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.SettingsFile;
import org.vivavoce.settings.SystemKeychain;
import org.vivavoce.settings.TimeLimitedKeychain;

/**
 * What both the window and the terminal stand on: the data folder, the settings, the keys, modes and languages. Made once, on the main
 * thread; then only the settings change, by any thread.
 */
public final class Foundation {

    private static final java.time.Duration KEYCHAIN_LIMIT = java.time.Duration.ofSeconds(2);

    private final DataFolder folder;
    private final Optional<String> restored;
    private final SettingsFile settingsFile;
    private final SettingsFile.Loaded loaded;
    private final AtomicReference<Settings> current;
    private final LearnedHolds learned;
    private final LearnedServers servers;
    private final MonthSpent spent;
    private final ModeCatalog modes;
    private final LanguageCatalog languages;
    private final ServicePresets presets;
    private final ModelCatalog models;
    private final SecretStore keys;
    private final KeptConversations kept;

    /**
     * Reads everything.
     *
     * @param data    the data folder; empty for the default of this system
     * @param threads runs the keychain, which may hang, and writes what is learned
     */
    public Foundation(Optional<Path> data, AppThreads threads) {
        folder = folder(data);
        LogFile.writeTo(folder);
        restored = new BackupSwap(folder, Clock.system(ZoneId.systemDefault())).finish();
        System.setProperty("pdfbox.fontcache", folder.path().toString()); // else it leaves a file in the home folder
        settingsFile = new SettingsFile(folder.settingsFile());
        loaded = settingsFile.load();
        current = new AtomicReference<>(loaded.settings());
        learned = new LearnedHolds(folder.learnedFile(), threads.background());
        servers = new LearnedServers(folder.serversFile(), Clock.systemUTC(), threads.background());
        spent = new MonthSpent(folder.spentFile(), Clock.system(ZoneId.systemDefault()));
        modes = ModeCatalog.withUserModes(folder.modes());
        languages = LanguageCatalog.builtIn();
        presets = ServicePresets.load();
        models = ModelCatalog.builtIn();
        kept = new KeptConversations(folder.database(), Clock.systemUTC(), threads.keeping());
        keys = new ChainedSecretStore(System.getenv(), List.of(Path.of(".env"), folder.path().resolve(".env")),
                new TimeLimitedKeychain(new SystemKeychain(), threads.background(), KEYCHAIN_LIMIT), folder.keyFile());
    }

    /** Opens the data folder; empty for the default of this system. */
    public static DataFolder folder(Optional<Path> data) {
        Path usual = DataFolder.defaultPath(SystemProperty.of("os.name"), System.getenv(),
                Path.of(SystemProperty.of("user.home")));
        return DataFolder.open(data.orElse(usual));
    }

    /** The data folder. */
    public DataFolder folder() {
        return folder;
    }

    /** What the user has set. */
    public Settings settings() {
        return current.get();
    }

    /**
     * The user has changed something.
     *
     * @return one sentence for the user when it could not be kept
     */
    public Optional<String> change(Settings settings) {
        current.set(settings);
        return settingsFile.save(settings);
    }

    /** Whether there were no settings yet. */
    public boolean firstStart() {
        return loaded.firstStart();
    }

    /** What was learned of the user's pauses. */
    public LearnedHolds learned() {
        return learned;
    }

    /** What servers refuse. */
    LearnedServers servers() {
        return servers;
    }

    /** What conversations have cost in this month. */
    public MonthSpent spent() {
        return spent;
    }

    /** The kinds of practice. */
    public ModeCatalog modes() {
        return modes;
    }

    /** The languages. */
    public LanguageCatalog languages() {
        return languages;
    }

    /** The services there are. */
    public ServicePresets presets() {
        return presets;
    }

    /** The models known by name. */
    public ModelCatalog models() {
        return models;
    }

    /** The keys. */
    public SecretStore keys() {
        return keys;
    }

    /** What was said in earlier conversations. */
    public KeptConversations kept() {
        return kept;
    }

    /** What was wrong with the files of the user, one sentence each. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        folder.problem().ifPresent(problems::add);
        restored.ifPresent(problems::add);
        loaded.problem().ifPresent(problems::add);
        learned.problem().ifPresent(problems::add);
        servers.problem().ifPresent(problems::add);
        kept.problem().ifPresent(problems::add);
        problems.addAll(modes.problems());
        return problems;
    }
}
