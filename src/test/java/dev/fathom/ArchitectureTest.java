package dev.fathom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.fathom.UnsafeScalars.CallsEverything;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house plan: which package may use which, and which library may be used where. */
class ArchitectureTest {
    private static final String ROOT = "dev.fathom";

    /** Every package with the packages it may use besides itself and {@code core}. */
    private static final Map<String, List<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("ui", List.of("jobs", "device", "dataset", "data", "network", "run", "graph")),
            Map.entry(
                    "cli",
                    List.of(
                            "study",
                            "jobs",
                            "training",
                            "export",
                            "prediction",
                            "device",
                            "dataset",
                            "data",
                            "hub",
                            "engine",
                            "network",
                            "run",
                            "graph")),
            Map.entry("study", List.of("jobs", "run")),
            Map.entry("jobs", List.of("run")),
            Map.entry("training", List.of("prediction", "engine", "dataset", "data", "hub", "network", "run", "graph")),
            Map.entry("export", List.of("prediction", "engine", "data", "network", "run", "graph")),
            Map.entry("prediction", List.of("data", "run")),
            Map.entry("dataset", List.of("data", "run")),
            Map.entry("device", List.of("run")),
            Map.entry("engine", List.of("network", "graph")),
            Map.entry("data", List.of()),
            Map.entry("hub", List.of()),
            Map.entry("network", List.of("graph")),
            Map.entry("run", List.of()),
            Map.entry("graph", List.of()),
            Map.entry("core", List.of())));

    /** Libraries (package prefixes) with the only packages that may use them. */
    private static final Map<List<String>, List<String>> HOMES = Map.of(
            List.of("javafx", "atlantafx", "org.controlsfx", "org.kordamp"), List.of("ui"),
            List.of("ai.djl"), List.of("engine", "training"),
            List.of("org.bytedeco.tensorflowlite", "org.tensorflow"), List.of("export"),
            List.of("org.bytedeco", "com.sun.jna"), List.of("export", "data.codec"),
            List.of("org.apache.sshd", "javax.jmdns"), List.of("device"),
            List.of("java.awt", "javax.imageio"), List.of("data"),
            List.of("io.jhdf"), List.of("data"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatTheArrowsAllow() {
        return ARROWS.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> arrow(name).check(MAIN)));
    }

    @Test
    void everyPackageIsOnThePlan() {
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(ROOT), ARROWS.keySet().stream().map(ArchitectureTest::tree))
                                .toArray(String[]::new))
                .check(MAIN);
    }

    /** {@code run} is there for the workspace that the window is handed. */
    @Test
    void theFrontDoorUsesOnlyTheFrontEnds() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat(fathomOutside(List.of("ui", "cli", "jobs", "run", "core"))
                        .and(JavaClass.Predicates.resideOutsideOfPackage(ROOT)))
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @TestFactory
    Stream<DynamicTest> librariesStayAtHome() {
        return HOMES.entrySet().stream()
                .map(home ->
                        DynamicTest.dynamicTest(home.getKey().get(0), () -> confined(home.getKey(), home.getValue())
                                .check(MAIN)));
    }

    @Test
    void coreNeedsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage(tree("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", tree("core"))
                .check(MAIN);
    }

    @Test
    void nobodyUsesScalarArithmeticThatCorruptsGradients() {
        UnsafeScalars.RULE.check(MAIN);
    }

    @Test
    void theRuleAgainstCorruptedGradientsSeesEveryForbiddenCall() {
        JavaClasses offender = new ClassFileImporter().importClasses(CallsEverything.class);
        List<String> found =
                UnsafeScalars.RULE.evaluate(offender).getFailureReport().getDetails();
        assertEquals(CallsEverything.FORBIDDEN_CALLS, found.size(), String.join("\n", found));
    }

    @Test
    void theArrowsAndTheConfinementBite() {
        JavaClasses engine = new ClassFileImporter().importPackages(ROOT + ".engine");
        assertTrue(arrow("engine", List.of()).evaluate(engine).hasViolation(), "engine uses core at least");
        assertTrue(confined(List.of("ai.djl"), List.of("training"))
                .evaluate(engine)
                .hasViolation());
        assertFalse(
                confined(List.of("ai.djl"), List.of("engine")).evaluate(engine).hasViolation());
    }

    private static ArchRule arrow(String name) {
        return arrow(
                name,
                Stream.concat(ARROWS.get(name).stream(), Stream.of(name, "core"))
                        .toList());
    }

    private static ArchRule arrow(String name, List<String> allowed) {
        return noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat(fathomOutside(allowed))
                .allowEmptyShould(true);
    }

    private static ArchRule confined(List<String> library, List<String> homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        homes.stream().map(ArchitectureTest::tree).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.stream().map(p -> p + "..").toArray(String[]::new))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> fathomOutside(List<String> allowed) {
        return JavaClass.Predicates.resideInAPackage(ROOT + "..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(
                        allowed.stream().map(ArchitectureTest::tree).toArray(String[]::new)))
                .as("classes of %s outside %s", ROOT, allowed);
    }

    private static String tree(String name) {
        return ROOT + "." + name + "..";
    }
}
