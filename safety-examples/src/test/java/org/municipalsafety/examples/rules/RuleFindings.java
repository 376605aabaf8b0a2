/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.municipalsafety.examples.rules.RuleNumbers.Named;
import org.municipalsafety.examples.rules.RulesPage.Rule;

/** Where the page of the rules, the places that name them and the tests do not agree. */
final class RuleFindings {

    private RuleFindings() {}

    /**
     * Compares.
     *
     * @param root the folder with the sources and pages
     * @param text the text of the page
     * @return what does not agree, each with its place and an advice
     */
    static List<String> of(Path root, String text) {
        RulesPage page = RulesPage.of(text);
        List<Named> named = RuleNumbers.below(root);
        List<String> findings = new ArrayList<>(page.faults());
        Map<String, List<Named>> unknown = new TreeMap<>();
        for (Named each : named) {
            Rule rule = page.rules().get(each.number());
            if (rule == null && !each.byTest()) {
                unknown.computeIfAbsent(each.number(), number -> new ArrayList<>())
                        .add(each);
            } else if (rule == null) {
                findings.add("""
                        %s: the test %s carries %s; expected a rule of %s.
                        Maybe the rule was taken away or has another number now.""".formatted(each.place(), each.test(), each.number(), RulesPage.NAME));
            } else if (rule.open() && each.byTest()) {
                findings.add("""
                        %s: the test %s carries %s, which %s lists as open.
                        Maybe the rule is built now: move its text from "Open" to its group.""".formatted(each.place(), each.test(), each.number(), rule.place()));
            }
        }
        unknown.forEach((number, places) -> findings.add(withoutText(number, places)));
        Set<String> tested =
                named.stream().filter(Named::byTest).map(Named::number).collect(Collectors.toSet());
        for (Rule rule : page.rules().values()) {
            if (!rule.open() && !tested.contains(rule.number())) {
                findings.add("""
                        %s: no test carries %s; found no test method whose name begins with %s_.
                        Maybe it was renamed or removed. What is not built yet stands under "Open".""".formatted(rule.place(), rule.number(), rule.number()));
            }
        }
        return findings;
    }

    /** The first places and how many more there are: a new group may be named a hundred times. */
    private static String withoutText(String number, List<Named> places) {
        String first = places.stream().limit(5).map(Named::place).collect(Collectors.joining(", "));
        String more = places.size() > 5 ? " (and %d more places)".formatted(places.size() - 5) : "";
        return """
                %s%s: names %s; expected a rule of %s.
                Maybe it is misspelt, or the rule has no text there yet.""".formatted(first, more, number, RulesPage.NAME);
    }
}
