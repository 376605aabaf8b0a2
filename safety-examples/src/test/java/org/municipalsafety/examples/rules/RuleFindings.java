/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        for (Named each : named) {
            Rule rule = page.rules().get(each.number());
            if (rule == null) {
                findings.add(each.byTest() ? unknownTest(each) : unknown(each));
            } else if (rule.open() && each.byTest()) {
                findings.add("""
                        %s: the test %s carries %s, which %s lists as open.
                        Maybe the rule is built now: move its text from "Open" to its group.""".formatted(each.place(), each.test(), each.number(), rule.place()));
            }
        }
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

    private static String unknown(Named each) {
        return """
                %s: names %s; expected a rule of %s.
                Maybe it is misspelt, or the rule has no text there yet.""".formatted(each.place(), each.number(), RulesPage.NAME);
    }

    private static String unknownTest(Named each) {
        return """
                %s: the test %s carries %s; expected a rule of %s.
                Maybe the rule was taken away or has another number now.""".formatted(each.place(), each.test(), each.number(), RulesPage.NAME);
    }
}
