/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.municipalsafety.alerting.store.AlertStore;

/** The parts of the alert engine call each other in the one direction that their package names. */
@AnalyzeClasses(packages = AlertEngineOrderTest.ENGINE, importOptions = DoNotIncludeTests.class)
class AlertEngineOrderTest {

    static final String ENGINE = "org.municipalsafety.alerting.engine";

    /** As in the package's description; a part that is not here has no place yet. */
    private static final List<Set<String>> FROM_THE_TOP = List.of(
            Set.of("AlertEngineBuilder"),
            Set.of("AlertEngine"),
            Set.of("Driver"),
            Set.of("Acts", "Escalation", "Handovers", "Sending", "Audit"),
            Set.of("Settlement", "Flights", "MessageText", "Lookups"),
            Set.of("Flight", "Shortening", "Changes"),
            Set.of("Change", "Bell", "Heartbeat"),
            Set.of("AlertListener", "AlertException", "OnDuty", "Late"),
            Set.of("Holding"));

    @ArchTest
    static final ArchRule callsRunDown = classes()
            .that(describe("are parts", type -> !part(type).equals("package-info")))
            .should(dependOnlyOnWhatIsBelow());

    @ArchTest
    static final ArchRule transactionsBeginInOnePlace = noClasses()
            .that(describe("are not Changes", type -> !part(type).equals("Changes")))
            .should()
            .callMethodWhere(describe(
                    "begins a transaction",
                    call -> call.getTarget().getOwner().isAssignableTo(AlertStore.class)
                            && call.getTarget().getName().equals("transact")));

    private static ArchCondition<JavaClass> dependOnlyOnWhatIsBelow() {
        return new ArchCondition<>("depend only on parts that are below them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = part(type);
                if (level(from) < 0) {
                    events.add(SimpleConditionEvent.violated(type, from + " has no place in the order"));
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    boolean makesTheBuilder = from.equals("AlertEngine")
                            && part(target).equals("AlertEngineBuilder")
                            && dependency.getDescription().contains(".builder()");
                    if (target.getPackageName().equals(ENGINE)
                            && !part(target).equals(from)
                            && level(part(target)) <= level(from)
                            && !makesTheBuilder) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static int level(String part) {
        for (int level = 0; level < FROM_THE_TOP.size(); level++) {
            if (FROM_THE_TOP.get(level).contains(part)) {
                return level;
            }
        }
        return -1;
    }

    /** The file that a class lives in. */
    private static String part(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }
}
