package org.vivavoce.architecture;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What happens in one place only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reads the classes once
class BordersTest {

    private static final String ROOT = Production.ROOT;

    /** Makes no thread: an executor that was handed in, in the form that OkHttp's sockets want. */
    private static final String VIEW = ROOT + ".openai.HandedExecutor";

    private static final DescribedPredicate<JavaAccess<?>> MAKES_THREADS = targetOwner(assignableTo(Thread.class))
            .and(target(nameMatching("<init>|ofVirtual|ofPlatform|startVirtualThread")))
            .or(targetOwner(assignableTo(Executors.class)))
            .or(targetOwner(assignableTo(ExecutorService.class).and(not(type(AbstractExecutorService.class)))
                    .and(not(name(VIEW)))).and(target(name("<init>"))))
            .or(targetOwner(assignableTo(ForkJoinPool.class)).and(target(name("commonPool"))))
            .or(targetOwner(assignableTo(Timer.class)).and(target(name("<init>"))))
            .or(target(nameMatching("parallelStream|parallel")))
            .as("make threads");

    private static final DescribedPredicate<JavaAccess<?>> LEADS_TO_THE_WINDOW = targetOwner(
            name("javafx.application.Platform")).and(target(name("runLater"))).as("lead to the window's thread");

    /** Servers without an executor of ours, and why. */
    private static final Map<String, String> OWN_EXECUTOR = Map.of(ROOT + ".openai.WarmUpServer",
            "it answers a few calls of the program itself, one after the other, on its own dispatcher, and closes");

    private final JavaClasses classes = Production.classes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            javafx..                  | ui..,app   | the window is drawn there, and started there
            atlantafx..               | ui..,app   | its looks
            org.kordamp.ikonli..      | ui..,app   | its icons
            com.openai..              | openai     | the client changes every two days
            okhttp3..                 | openai..   | the client's transport
            java.sql..                | store      | one place that knows how conversations are kept
            org.sqlite..              | store      | the same
            javax.sound..             | audio      | devices differ a lot from system to system
            be.tarsos.dsp..           | audio      | sound is calculated there
            javazoom..                | audio      | speech is decoded there
            dev.onvoid.webrtc..       | audio      | the native library is loaded there, with what to do when it does not load
            org.gagravarr..           | audio      | utterances are encoded there
            io.github.jaredmdobson..  | audio      | the same
            org.apache.pdfbox..       | paper,notes | pages are set and read there
            java.awt..                | paper      | of AWT only the fonts are used, to set pages
            com.sun.speech..          | offline    | the built-in partner's voice
            de.sciss.jump3r..         | offline    | the same
            com.github.javakeyring..  | settings   | keys are kept there
            picocli..                 | cli        | commands are read there
            org.eclipse.jetty..       | api        | other programs are answered there
            java.util.logging..       | app        | other libraries' logs are led to ours there
            """)
    void aLibraryIsUsedWhereItBelongs(String library, String places, String reason) {
        noClasses().that().resideOutsideOfPackages(inRoot(places)).should().dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason).check(classes);
    }

    @Test
    void onlyOneClassLeadsToTheWindowsThread() {
        noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".ui.common.UiThread").should()
                .accessTargetWhere(LEADS_TO_THE_WINDOW)
                .because("whoever else needs it is handed an Executor").check(classes);
    }

    @Test
    void threadsAreMadeOnlyInApp() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".app..").should().accessTargetWhere(MAKES_THREADS)
                .because("they are named and watched over there; others are handed an Executor").check(classes);
    }

    @Test
    void theRulesSeeWhatTheyForbidElsewhere() {
        assertThrows(AssertionError.class, () -> noClasses().should().accessTargetWhere(MAKES_THREADS).check(classes));
        assertThrows(AssertionError.class,
                () -> noClasses().should().accessTargetWhere(LEADS_TO_THE_WINDOW).check(classes));
    }

    @Test
    void asynchronousWorkIsGivenItsExecutor() {
        List<String> withoutOne = new ArrayList<>();
        for (JavaClass type : classes) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isAssignableTo(CompletableFuture.class))
                    .filter(call -> call.getName().endsWith("Async"))
                    .filter(call -> !call.getTarget().getRawParameterTypes().getLast().isAssignableTo(Executor.class))
                    .forEach(call -> withoutOne.add(call.getDescription()));
        }

        assertEquals(List.of(), withoutOne, "the common pool's threads are nobody's");
    }

    @Test
    void whoeverOpensAServerHandsItItsExecutor() {
        List<String> without = new ArrayList<>();
        for (JavaClass type : classes) {
            boolean opens = type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(HttpServer.class)
                            && call.getName().equals("create"));
            boolean hands = type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(HttpServer.class)
                            && call.getName().equals("setExecutor"));
            if (opens && !hands && !OWN_EXECUTOR.containsKey(type.getName())) {
                without.add(type.getName());
            }
        }

        assertEquals(List.of(), without);
    }

    @Test
    void turnTakingIsPure() {
        noClasses().that().resideInAPackage(ROOT + ".turn..").should().dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.nio..", "java.net..", "java.time..",
                        "org.slf4j..")
                .because("it has no thread, no clock and no input or output").check(classes);
        noClasses().that().resideInAPackage(ROOT + ".turn..").should().dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(classes);
    }

    @Test
    void noClockIsReadInTurnTakingNorInTheConversation() {
        DescribedPredicate<JavaAccess<?>> reads = targetOwner(assignableTo(System.class))
                .and(target(nameMatching("nanoTime|currentTimeMillis")))
                .or(targetOwner(resideInAPackage("java.time..")).and(target(name("now"))))
                .or(targetOwner(assignableTo(InstantSource.class)))
                .or(targetOwner(assignableTo(Clock.class)))
                .as("read a clock");
        noClasses().that().resideInAnyPackage(ROOT + ".turn..", ROOT + ".session..").should().accessTargetWhere(reads)
                .because("time comes in with the events there, so that it can be virtual").check(classes);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".cli..").should()
                .accessTargetWhere(targetOwner(assignableTo(System.class)).and(target(nameMatching("out|err|console")))
                        .as("use the terminal"))
                .because("what others have to say is told as an event, or logged").check(classes);
        noClasses().should().callMethodWhere(target(name("printStackTrace"))).because("nobody is shown a stack trace")
                .check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = new ArrayList<>();
        for (String each : Production.packages(classes)) {
            String full = each.isEmpty() ? ROOT : ROOT + "." + each;
            boolean marked = classes.getPackage(full).tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class)).isPresent();
            if (!marked) {
                unmarked.add(full);
            }
        }

        assertEquals(List.of(), unmarked);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").orShould()
                .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
                .because("such a name says nothing: an implementation has the name of what it uses").check(classes);
    }

    private static String[] inRoot(String places) {
        return List.of(places.split(",")).stream().map(place -> ROOT + "." + place.strip()).toArray(String[]::new);
    }
}
