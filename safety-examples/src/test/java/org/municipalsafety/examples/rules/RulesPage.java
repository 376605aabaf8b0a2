/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of the rules, {@code docs/rules.md}: a list item for each, {@code - <a id="r4"></a>**R4** text *Source: …*},
 * which may go on over indented lines. What stands below the heading "Open" is not built yet.
 *
 * @param rules the rules by their numbers
 * @param faults what is wrong with the page itself
 */
record RulesPage(Map<String, Rule> rules, List<String> faults) {

    static final String NAME = "docs/rules.md";

    private static final Pattern ITEM = Pattern.compile(
            "- <a id=\"([^\"]*)\"></a>\\*\\*(" + RuleNumbers.NUMBER + ")\\*\\* (.*)\\*Source: ([^*]+)\\*");

    /**
     * @param line where it stands
     * @param open whether it is not built yet
     */
    record Rule(String number, int line, boolean open) {
        String place() {
            return NAME + ":" + line;
        }
    }

    static RulesPage of(String text) {
        RulesPage page = new RulesPage(new LinkedHashMap<>(), new ArrayList<>());
        List<String> lines = text.lines().toList();
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#")) {
                open = line.strip().equals("## Open");
            } else if (line.startsWith("- ")) {
                StringBuilder item = new StringBuilder(line);
                for (int next = i + 1; next < lines.size() && lines.get(next).startsWith("  "); next++) {
                    item.append(' ').append(lines.get(next).strip());
                }
                page.take(item.toString(), i + 1, open);
            }
        }
        return page;
    }

    private void take(String item, int line, boolean open) {
        Matcher parts = ITEM.matcher(item);
        if (!parts.matches() || parts.group(3).isBlank()) {
            faults.add("""
                    %s:%d: the item is not of the form - <a id="r4"></a>**R4** text *Source: who says so.*
                    Maybe its text or its source is missing: %s""".formatted(NAME, line, item));
            return;
        }
        Rule rule = new Rule(parts.group(2), line, open);
        if (!parts.group(1).equals(rule.number().toLowerCase(Locale.ROOT))) {
            faults.add("""
                    %s: the anchor of %s is "%s"; expected "%s".
                    Maybe it was copied from another rule.""".formatted(
                    rule.place(), rule.number(), parts.group(1), rule.number().toLowerCase(Locale.ROOT)));
        }
        Rule first = rules.putIfAbsent(rule.number(), rule);
        if (first != null) {
            faults.add("""
                    %s: %s stands there a second time; the first is at %s.
                    Maybe this is another rule: give it the next number of its group.""".formatted(rule.place(), rule.number(), first.place()));
        }
    }
}
