package org.vivavoce.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A package imports only packages of a lower rank that its row names. Packages of the table that do not exist yet are allowed, packages
 * that are not in the table are not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reads the classes once
class ImportTableTest {

    private static final Set<String> BELOW_SCREENS = Set.of("practice", "settings", "audio", "turn", "ai", "store",
            "store.exchange", "models", "notes", "openai",
            "offline", "session", "coach");

    /** Row: what it may import. The rows of single screens are made from {@code ui.*}. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(Map.entry("practice", Set.of()),
            Map.entry("settings", Set.of()), Map.entry("audio", Set.of()), Map.entry("turn", Set.of()),
            Map.entry("ai", Set.of("practice", "audio")), Map.entry("store", Set.of("practice")),
            Map.entry("paper", Set.of()), Map.entry("backup", Set.of("settings", "store")),
            Map.entry("store.exchange", Set.of("practice", "store", "paper")),
            Map.entry("models", Set.of("ai", "practice")),
            Map.entry("openai.realtime", Set.of("ai", "practice")),
            Map.entry("openai", Set.of("ai", "practice", "settings", "models", "openai.realtime")),
            Map.entry("offline", Set.of("practice")), Map.entry("notes", Set.of()),
            Map.entry("tools", Set.of("practice", "ai", "store", "notes")),
            Map.entry("session", Set.of("practice", "audio", "turn", "ai", "store")),
            Map.entry("coach", Set.of("practice", "ai", "store")), Map.entry("ui.common", BELOW_SCREENS),
            Map.entry("ui.*", with(BELOW_SCREENS, "ui.common")),
            Map.entry("ui", with(BELOW_SCREENS, "ui.common", "ui.*")),
            Map.entry("api", Set.of("session", "store", "store.exchange", "practice", "ai")),
            Map.entry("app", with(BELOW_SCREENS, "tools", "backup", "ui.common", "ui.*", "ui", "api")),
            Map.entry("cli", with(BELOW_SCREENS, "backup", "api", "app")), Map.entry("", Set.of("cli")));

    /** What a class may use beside its package's row, and why. */
    private record Excused(String from, String to, String reason) {}

    private static final List<Excused> EXCUSED = List.of(
            new Excused("openai", "org.vivavoce.audio.EncodedAudio",
                    "a TranscriptionRequest of ai carries the utterance's file as it is"),
            new Excused("openai.realtime", "org.vivavoce.audio.WaveHeader",
                    "bare samples come over a socket; whoever reads speech wants a file"),
            new Excused("openai.realtime", "org.vivavoce.audio.EncodedAudio",
                    "bare samples go over a socket; a TranscriptionRequest of ai carries a file"),
            new Excused("openai.realtime", "org.vivavoce.audio.RateConverter",
                    "a socket takes another rate than the microphone's"));

    private final JavaClasses classes = Production.classesAlone();

    @Test
    void everyPackageIsInTheTable() {
        List<String> unknown = Production.packages(classes).stream().filter(name -> !MAY_IMPORT.containsKey(row(name)))
                .toList();

        assertEquals(List.of(), unknown);
    }

    @Test
    void everyPackageImportsOnlyWhatItsRowNames() {
        Set<String> violations = new HashSet<>();
        Set<Excused> used = new HashSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(target) && !allowed(type, target, used)) {
                    violations.add(dependency.getDescription());
                }
            }
        }

        assertEquals("", String.join("\n", violations.stream().sorted().toList()));
        assertEquals(Set.copyOf(EXCUSED), used, "an exception nobody needs any more goes");
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching(Production.ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theTableItselfHasNoCycle() {
        List<String> left = new ArrayList<>(MAY_IMPORT.keySet());
        boolean goesOn = true;
        while (goesOn) {
            goesOn = left.removeIf(row -> MAY_IMPORT.getOrDefault(row, Set.of()).stream().noneMatch(left::contains));
        }

        assertEquals(List.of(), left);
        assertTrue(EXCUSED.stream().noneMatch(each -> each.reason().isBlank()));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(Production.ROOT) || type.getPackageName().startsWith(Production.ROOT + ".");
    }

    private static boolean allowed(JavaClass from, JavaClass to, Set<Excused> used) {
        String fromPackage = Production.nameOf(from.getPackageName());
        String toPackage = Production.nameOf(to.getPackageName());
        if (fromPackage.equals(toPackage)
                || MAY_IMPORT.getOrDefault(row(fromPackage), Set.of()).contains(row(toPackage))) {
            return true;
        }
        List<Excused> excused = EXCUSED.stream()
                .filter(each -> each.from().equals(fromPackage) && to.getName().startsWith(each.to())).toList();
        used.addAll(excused);
        return !excused.isEmpty();
    }

    private static String row(String packageName) {
        return packageName.startsWith("ui.") && !packageName.equals("ui.common") ? "ui.*" : packageName;
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
