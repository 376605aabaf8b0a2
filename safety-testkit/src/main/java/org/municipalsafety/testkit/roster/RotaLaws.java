/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.testkit.Violation;

/**
 * The laws that every resolver of rotas keeps, as plain functions: a resolver and a case in, violations out.
 *
 * <p>Who is on duty is compared with a reading of the plan that shares no code with the library: it counts turns one
 * after the other and looks at the valid offsets of a local time, at each boundary, the nanosecond before it and
 * between.
 *
 * <p>Stateless and thread-safe.
 */
public final class RotaLaws {

    /** A law. */
    @FunctionalInterface
    public interface Law {

        /**
         * Looks for violations.
         *
         * @param resolver what is tested
         * @param given the rota and where to look
         * @return the violations, none if the law is kept
         */
        List<Violation> check(Resolver resolver, RotaCase given);
    }

    private RotaLaws() {}

    /**
     * All laws by name, each beginning with the number of its rule.
     *
     * @return the laws
     */
    public static Map<String, Law> all() {
        Map<String, Law> laws = new LinkedHashMap<>();
        laws.put("R8_segmentsPartitionTheInterval", SegmentLaws::partition);
        laws.put("R7_pointEqualsInterval", SegmentLaws::pointEqualsInterval);
        laws.put("R7_aPartIsTheWholeClipped", SegmentLaws::partOfTheWhole);
        laws.put("R3_equalsThePlainReading", DutyLaws::plainReading);
        laws.put("R2_nothingBeforeTheFirstVersion", DutyLaws::notInEffect);
        laws.put("R4_nobodyAbsentIsOnDutyWithoutADecision", DutyLaws::absent);
        laws.put("R4_nobodyUnqualifiedIsOnDutyWithoutADecision", DutyLaws::unqualified);
        laws.put("R6_distinctPositionsDiffer", DutyLaws::distinct);
        laws.put("R1_aLaterVersionChangesNothingBefore", ChangeLaws::laterVersion);
        laws.put("R7_cutAndJoinedIsTheWhole", SegmentLaws::cutAndJoined);
        laws.put("R3_aDecisionChangesNothingOutsideIt", ChangeLaws::decisionIsLocal);
        laws.put("R3_aDecisionThatRepeatsThePlanChangesNobody", ChangeLaws::repeatedDecision);
        laws.put("R3_theOrderOfTheListsDecidesNothing", ChangeLaws::orderOfLists);
        laws.put("R3_otherNamesAreTheSameRota", ChangeLaws::otherNames);
        return laws;
    }

    /**
     * Checks all laws.
     *
     * @param resolver what is tested
     * @param given the rota and where to look
     * @return the violations of all laws
     */
    public static List<Violation> check(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        all().values().forEach(law -> found.addAll(law.check(resolver, given)));
        return found;
    }
}
