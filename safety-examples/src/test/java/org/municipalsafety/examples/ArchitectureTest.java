/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;

/** The house as it is drawn: arrows run one way, nothing takes the clock from the machine, no library type leaks. */
@AnalyzeClasses(packages = "org.municipalsafety", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "org.municipalsafety.core..";
    private static final String ROSTER = "org.municipalsafety.roster..";
    private static final String ALERTING = "org.municipalsafety.alerting..";
    private static final String EXCHANGE = "org.municipalsafety.exchange..";
    private static final String DESK = "org.municipalsafety.desk..";
    private static final String TESTKIT = "org.municipalsafety.testkit..";
    private static final String EXAMPLES = "org.municipalsafety.examples..";

    @ArchTest
    static final ArchRule arrowsRunOneWay = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy(CORE)
            .layer("roster")
            .definedBy(ROSTER)
            .layer("alerting")
            .definedBy(ALERTING)
            .layer("exchange")
            .definedBy(EXCHANGE)
            .layer("desk")
            .definedBy(DESK)
            .layer("testkit")
            .definedBy(TESTKIT)
            .layer("examples")
            .definedBy(EXAMPLES)
            .whereLayer("examples")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("testkit")
            .mayOnlyBeAccessedByLayers("examples")
            .whereLayer("desk")
            .mayOnlyBeAccessedByLayers("examples")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("desk", "examples")
            .whereLayer("alerting")
            .mayOnlyBeAccessedByLayers("desk", "testkit", "examples")
            .whereLayer("roster")
            .mayOnlyBeAccessedByLayers("alerting", "exchange", "desk", "testkit", "examples");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("org.municipalsafety.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreFeatures = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..model..", "..dto..", "..common..", "..helper..")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule timeComesFromOutside = noClasses()
            .that(resideInAnyPackage(CORE, ROSTER, EXCHANGE, DESK, TESTKIT, EXAMPLES))
            .should()
            .callMethodWhere(describe(
                    "takes the clock, zone, locale or randomness from the machine", ArchitectureTest::ambient));

    /** The alerting engine measures how long a call takes; it has no other clock of the machine. */
    @ArchTest
    static final ArchRule timeComesFromOutsideInAlertingToo = noClasses()
            .that(resideInAPackage(ALERTING))
            .should()
            .callMethodWhere(describe(
                    "takes the clock, zone, locale or randomness from the machine",
                    call -> ambient(call) && !call.getTarget().getName().equals("nanoTime")));

    @ArchTest
    static final ArchRule coreNeedsNoMoreThanItMay = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CORE,
                    "java..",
                    "com.google.common..",
                    "tools.jackson.core..",
                    "jakarta.validation..",
                    "org.threeten.extra..",
                    "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule rosterNeedsNoMoreThanItMay = classes()
            .that()
            .resideInAPackage(ROSTER)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CORE,
                    ROSTER,
                    "java..",
                    "com.google.common..",
                    "jakarta.validation..",
                    "org.threeten.extra..",
                    "org.jspecify.annotations.."));

    /** Other people's parsers are used where their formats are taken over, and nowhere else. */
    @ArchTest
    static final ArchRule parsersStayInExchange = noClasses()
            .that(not(resideInAPackage(EXCHANGE)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("biweekly..", "ch.poole.."));

    @ArchTest
    static final ArchRule publicSignaturesShowNoLibraryType = methods()
            .that()
            .arePublic()
            .or()
            .areProtected()
            .and()
            .areDeclaredInClassesThat(resideInAnyPackage(CORE, ROSTER, EXCHANGE, ALERTING, DESK)
                    .and(describe("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC))))
            .should(showNo(resideInAnyPackage(
                    "com.google.common..",
                    "tools.jackson..",
                    "org.sqlite..",
                    "java.sql..",
                    "biweekly..",
                    "ch.poole..")));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that(resideInAnyPackage("org.municipalsafety.."))
            .and(not(describe("are package-info", type -> type.getSimpleName().equals("package-info"))))
            .and(not(resideInAPackage("org.municipalsafety.benchmarks..")))
            .should(beInANullMarkedPackage());

    private static boolean ambient(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        String name = target.getName();
        if (owner.startsWith("java.time.")) {
            boolean withClock = !target.getRawParameterTypes().isEmpty() && name.equals("now");
            return (name.equals("now") && !withClock)
                    || name.matches("systemDefault|systemUTC|systemDefaultZone|system")
                    || (withClock
                            && target.getRawParameterTypes().get(0).getName().equals("java.time.ZoneId"));
        }
        return (owner.equals("java.lang.System") && name.matches("currentTimeMillis|nanoTime"))
                || (owner.equals("java.util.Locale") && name.equals("getDefault"))
                || (owner.equals("java.util.TimeZone") && name.equals("getDefault"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.concurrent.ThreadLocalRandom") && name.equals("current"));
    }

    private static ArchCondition<JavaMethod> showNo(DescribedPredicate<? super JavaClass> banned) {
        return new ArchCondition<>("show no library type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream().filter(banned).forEach(type -> {
                    boolean inSignature = method.getRawReturnType().equals(type)
                            || method.getRawParameterTypes().contains(type);
                    if (inSignature) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName()));
                    }
                });
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package without @NullMarked"));
                }
            }
        };
    }
}
