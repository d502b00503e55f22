package dev.touchstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.charset.Charset;
import java.util.Random;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, each with its reason. */
class ArchitectureTest {

    private static final String OURS = "dev.touchstone..";
    private static final String[] STAGES = {
        "dev.touchstone.discovery..",
        "dev.touchstone.plan..",
        "dev.touchstone.prompt..",
        "dev.touchstone.request..",
        "dev.touchstone.score..",
        "dev.touchstone.metric..",
        "dev.touchstone.sanity..",
        "dev.touchstone.gate..",
        "dev.touchstone.result..",
        "dev.touchstone.report..",
        "dev.touchstone.run..",
        "dev.touchstone.config..",
        "dev.touchstone.engine.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.touchstone");
    }

    @Test
    void classesOfEveryModuleWereSeen() {
        assertThat(all.stream().map(JavaClass::getPackageName))
                .as("a rule over no classes always holds")
                .contains(
                        "dev.touchstone.metrics",
                        "dev.touchstone.model",
                        "dev.touchstone.reference",
                        "dev.touchstone.djl.tokenizers",
                        "dev.touchstone.suites",
                        "dev.touchstone.engine",
                        "dev.touchstone.reports.console");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.touchstone.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle can only be understood and changed as a whole")
                .check(all);
    }

    @Test
    void onlyTheEngineKnowsJUnit() {
        noClasses()
                .that(resideInAPackage(OURS))
                .and(not(resideInAPackage("dev.touchstone.engine..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .because("the stages could be driven by a command line")
                .check(all);
    }

    @Test
    void theEngineKnowsNoReportFormatAndNoModel() {
        noClasses()
                .that()
                .resideInAnyPackage(STAGES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.reports..", "dev.touchstone.reference..", "dev.touchstone.djl..")
                .because("they meet through small interfaces found by ServiceLoader")
                .check(all);
    }

    @Test
    void suitesAndModelsNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.touchstone.suites..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.model..", "dev.touchstone.reference..", "dev.touchstone.djl..")
                .because("a suite is the same for every model")
                .check(all);
        noClasses()
                .that()
                .resideInAnyPackage("dev.touchstone.model..", "dev.touchstone.reference..", "dev.touchstone.djl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.touchstone.suites..", "dev.touchstone.reports..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(STAGES)
                .because("a model answers requests, whatever they are for")
                .check(all);
    }

    @Test
    void aStageKnowsOnlyTheStagesBeforeIt() {
        String[] order = {
            "config",
            "discovery",
            "plan",
            "prompt",
            "request",
            "score",
            "metric",
            "sanity",
            "gate",
            "report",
            "run",
            "engine"
        };
        for (int i = 0; i < order.length; i++) {
            for (int later = i + 1; later < order.length; later++) {
                noClasses()
                        .that()
                        .resideInAPackage("dev.touchstone." + order[i] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.touchstone." + order[later] + "..")
                        .because("a stage that knows a later one can't be used or tested without it")
                        .allowEmptyShould(true)
                        .check(all);
            }
        }
    }

    @Test
    void onlyTheVectorKernelsUseTheIncubator() {
        noClasses()
                .that(not(resideInAPackage("dev.touchstone.reference.kernel.vector..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .because("the module may be absent, and its API may change")
                .check(all);
    }

    @Test
    void onlyTheDjlAdaptersAndTheTrainerUseDjl() {
        noClasses()
                .that(not(resideInAnyPackage("dev.touchstone.djl..", "dev.touchstone.training..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("the pure Java engine runs without native libraries")
                .check(all);
    }

    @Test
    void nothingDependsOnTheTrainer() {
        noClasses()
                .that(not(resideInAPackage("dev.touchstone.training..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.touchstone.training..")
                .because("it brings PyTorch, and a benchmark runs without it")
                .check(all);
    }

    @Test
    void metricsArePureFunctions() {
        classes()
                .that()
                .resideInAPackage("dev.touchstone.metrics..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.touchstone.metrics..",
                        "java.lang..",
                        "java.util..",
                        "org.apache.commons..",
                        "org.apiguardian..",
                        "org.jspecify.."))
                .because("a number depends on its inputs alone")
                .check(all);
    }

    @Test
    void onlyTheConsoleReportWritesToTheConsole() {
        noClasses()
                .that(not(resideInAPackage("dev.touchstone.reports.console..")))
                // The trainer is a program of its own, so its standard output is its own.
                .and()
                .doNotHaveFullyQualifiedName("dev.touchstone.training.Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("output has one place, and a test engine does not own its host's streams")
                .check(all);
    }

    @Test
    void nothingIsRandomWithoutASeed() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("the same run gives the same bits")
                .check(all);
    }

    @Test
    void nothingDependsOnThePlatformsCharsetOrLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(Charset.class, "defaultCharset")
                .because("the same run gives the same bytes on every machine")
                .check(all);
    }

    @Test
    void publicTypesSayWhetherTheyAreApi() {
        classes()
                .that()
                .resideInAPackage(OURS)
                .and()
                .areTopLevelClasses()
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .beAnnotatedWith(API.class)
                .because("a user must know what will stay")
                .check(all);
    }
}
