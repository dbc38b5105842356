package org.vivavoce.ui;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.settings.LearnedHolds;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.ConversationStarter;
import org.vivavoce.ui.common.ModelEnds;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.ServiceTester;
import org.vivavoce.ui.common.SoundCheck;

/** A program around the window that does nothing but what a test wants; its background work is done at once, unless a test wants that otherwise. */
public final class ScriptedProgram {
    private Executor background = Runnable::run;

    private static final Path FOLDER = Path.of("/home/you/.local/share/vivavoce");

    /** What was saved, the newest last. */
    public final List<Settings> saved = new CopyOnWriteArrayList<>();
    /** The conversations that were made. */
    public final List<ScriptedConversation> conversations = new CopyOnWriteArrayList<>();
    /** What the conversations are about. */
    public final List<String> topics = new CopyOnWriteArrayList<>();
    /** The keys that are kept. */
    public final Map<String, String> keys = new HashMap<>();
    /** What was learned of the user's pauses; never written to a disk. */
    public final LearnedHolds learned = new LearnedHolds(FOLDER.resolve("learned.toml"), writing -> {});
    /** What was spent this month; its folder is not there. */
    public final MonthSpent spent = new MonthSpent(FOLDER.resolve("spent.toml"), Clock.systemUTC());
    public final ScriptedSound sound = new ScriptedSound();
    public final ScriptedTester tester = new ScriptedTester();
    public final ScriptedEnds ends = new ScriptedEnds();
    public final ScriptedArchive archive = new ScriptedArchive();
    /** Whether the first start is to be shown. */
    public boolean first;
    public List<String> problems = List.of();
    public Settings settings = Settings.defaults();
    /** What saving answers. */
    public Optional<String> saveProblem = Optional.empty();

    /** From now on what is to be done in the background waits here. */
    Queue<Runnable> holdBackground() {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        background = waiting::add;
        return waiting;
    }

    /** The program as it is now. */
    public Program program() {
        return new Program(new Program.Practice(modes(), languages()),
                new Program.Start(settings, first, FOLDER, problems, changed -> {
                    saved.add(changed);
                    return saveProblem;
                }, learned), new Program.Services(ServicePresets.load(), store(), tester, ends,
                        spent),
                starter(), sound, archive, task -> background.execute(task));
    }

    private ConversationStarter starter() {
        return new ConversationStarter() {
            @Override
            public Conversation prepare(Mode mode, Language language, Settings now, ConversationListener listener) {
                topics.add(mode.id() + " " + language.code());
                return made(listener);
            }

            @Override
            public Conversation resume(SessionRecord earlier, Settings now, ConversationListener listener) {
                topics.add("resume " + earlier.id());
                return made(listener);
            }
        };
    }

    private Conversation made(ConversationListener listener) {
        ScriptedConversation conversation = new ScriptedConversation(listener);
        conversations.add(conversation);
        return conversation;
    }

    /** The conversation made last. */
    public ScriptedConversation conversation() {
        return conversations.getLast();
    }

    public static List<Mode> modes() {
        return read("modes", Mode.class, "interview", "language", "chat");
    }

    public static List<Language> languages() {
        return read("languages", Language.class, "en", "es", "fr", "de", "zh", "hi", "ja", "ko", "pt", "ar", "ru", "it",
                "nl");
    }

    private static <T> List<T> read(String folder, Class<T> type, String... ids) {
        TomlMapper mapper = TomlMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        List<T> all = new ArrayList<>();
        for (String id : ids) {
            try (var in = ScriptedProgram.class.getResourceAsStream("/assets/" + folder + "/" + id + ".toml")) {
                all.add(mapper.readValue(Objects.requireNonNull(in, id), type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private SecretStore store() {
        return new SecretStore() {
            @Override
            public Optional<String> key(String preset) {
                return Optional.ofNullable(keys.get(preset));
            }

            @Override
            public Optional<Place> place(String preset) {
                return key(preset).map(key -> Place.KEYCHAIN);
            }

            @Override
            public Optional<String> keep(String preset, String key) throws IOException {
                if (key.contains("refuse")) {
                    throw new IOException("The key could be kept nowhere.");
                }
                if (key.isBlank()) {
                    keys.remove(preset);
                } else {
                    keys.put(preset, key);
                }
                return Optional.empty();
            }
        };
    }

    /** Devices that are not there. */
    public static final class ScriptedSound implements SoundCheck {
        public Devices devices = new Devices(List.of("Headset", "Webcam"), List.of("Headset", "Monitor"));
        public final List<String> calls = new CopyOnWriteArrayList<>();
        public @Nullable DoubleConsumer level;
        public @Nullable Consumer<String> problem;
        public @Nullable Consumer<Optional<String>> played;

        @Override
        public Devices devices() {
            return devices;
        }

        @Override
        public Check listen(String microphone, DoubleConsumer dbfs, Consumer<String> told) {
            calls.add("listen " + microphone);
            level = dbfs;
            problem = told;
            return () -> calls.add("stop listening " + microphone);
        }

        @Override
        public Check playTestSound(String loudspeaker, Consumer<Optional<String>> end) {
            calls.add("play " + loudspeaker);
            played = end;
            return () -> calls.add("stop playing " + loudspeaker);
        }
    }

    /** Models that end when a test wants it. */
    public static final class ScriptedEnds implements ModelEnds {
        public List<ModelEnd> soon = List.of();
        public boolean dismissed;

        /** Those among the soon ending that the services still use. */
        @Override
        public void look(ServicePreset services, Consumer<List<ModelEnd>> told) {
            List<String> used = List.of(services.speechToText().model(), services.chat().model(),
                    services.speech().model());
            told.accept(dismissed ? List.of() : soon.stream().filter(end -> used.contains(end.model())).toList());
        }

        @Override
        public void dismiss() {
            dismissed = true;
        }
    }

    /** Services that answer what a test wants. */
    public static final class ScriptedTester implements ServiceTester {
        public final List<String> calls = new CopyOnWriteArrayList<>();
        public Consumer<Result> each = result -> {};
        public Runnable end = () -> {};
        public Sample sample = Sample.SILENCE;

        @Override
        public Attempt test(ServicePreset services, Optional<String> key, Sample heard, Consumer<Result> told,
                Runnable ended) {
            calls.add("test " + services.id() + " " + services.chat().model()
                    + key.map(k -> " with a key of " + k.length()).orElse(""));
            sample = heard;
            each = told;
            end = ended;
            return () -> calls.add("cancel");
        }
    }
}
