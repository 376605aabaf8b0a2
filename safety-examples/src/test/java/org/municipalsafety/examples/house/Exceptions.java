/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may break a rule of the house, each with its reason: the lines of {@code docs/exceptions.md} that read {@code |
 * rule | what | reason |}. One that nothing needs any more is a fault, too.
 */
final class Exceptions {

    private final String rule;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private Exceptions(String rule) {
        this.rule = rule;
    }

    static Exceptions of(String rule) {
        return of(rule, Repository.text(Repository.ROOT.resolve("docs/exceptions.md")));
    }

    static Exceptions of(String rule, String page) {
        Exceptions found = new Exceptions(rule);
        for (String line : page.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length >= 5 && cells[1].strip().equals(rule)) {
                found.reasons.put(
                        cells[2].strip().replace("`", ""),
                        String.join("|", List.of(cells).subList(3, cells.length - 1))
                                .strip());
            }
        }
        return found;
    }

    /** What is wrong: violations without an exception, exceptions without a violation or a reason. */
    List<String> faults(Map<String, String> violations) {
        List<String> faults = new ArrayList<>();
        violations.forEach((what, how) -> {
            if (!reasons.containsKey(what)) {
                faults.add(rule + ": " + what + " " + how);
            }
        });
        Set<String> unneeded = new LinkedHashSet<>(reasons.keySet());
        unneeded.removeAll(violations.keySet());
        unneeded.forEach(what -> faults.add(rule + ": the exception for " + what + " is needed no more"));
        reasons.forEach((what, reason) -> {
            if (reason.length() < 10) {
                faults.add(rule + ": the exception for " + what + " gives no reason");
            }
        });
        return faults;
    }
}
