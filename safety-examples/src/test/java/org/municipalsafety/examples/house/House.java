/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who uses whom: the modules, and in each module its packages, named as {@code core} and {@code core.channel}.
 *
 * @param uses by name, the names of what it uses directly; of the packages, those of the same module
 */
record House(Map<String, Set<String>> uses) {

    private static final String ROOT = "org.municipalsafety.";
    private static final Pattern NODE = Pattern.compile("^\\s*([\\w.]+)\\[\"?[^\\]]*]\\s*$");
    private static final Pattern GROUP = Pattern.compile("^\\s*subgraph\\s+([\\w.]+)\\b.*$");
    private static final Pattern ARROW = Pattern.compile("^\\s*([\\w.]+)\\s*-->\\s*([\\w.]+)\\s*$");

    /** As the code is. */
    static House of(JavaClasses classes) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.getSimpleName().equals("package-info")) {
                continue;
            }
            String from = feature(type);
            uses.computeIfAbsent(from, key -> new TreeSet<>());
            uses.computeIfAbsent(module(from), key -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)) {
                    String to = feature(target);
                    if (!module(from).equals(module(to))) {
                        uses.get(module(from)).add(module(to));
                    } else if (!from.equals(to)) {
                        uses.get(from).add(to);
                    }
                }
            }
        }
        return new House(uses);
    }

    /** As a Mermaid flowchart draws it. */
    static House drawn(String chart) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (String line : chart.lines().toList()) {
            Matcher arrow = ARROW.matcher(line);
            Matcher node = NODE.matcher(line);
            Matcher group = GROUP.matcher(line);
            if (arrow.matches()) {
                uses.computeIfAbsent(arrow.group(1), key -> new TreeSet<>()).add(arrow.group(2));
            } else if (group.matches()) {
                uses.computeIfAbsent(group.group(1), key -> new TreeSet<>());
            } else if (node.matches()) {
                uses.computeIfAbsent(node.group(1), key -> new TreeSet<>());
            }
        }
        return new House(uses);
    }

    /** Without the arrows that follow from others: who uses a user of something may use that, too. */
    House reduced() {
        Map<String, Set<String>> fewer = new TreeMap<>();
        uses.forEach((from, targets) -> {
            Set<String> needed = new TreeSet<>(targets);
            for (String other : targets) {
                Set<String> behind = new TreeSet<>(reach(other));
                behind.remove(other);
                needed.removeAll(behind);
            }
            fewer.put(from, needed);
        });
        return new House(fewer);
    }

    /** What is used, directly or through others, and the thing itself. */
    Set<String> reach(String from) {
        Set<String> seen = new TreeSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : uses.getOrDefault(open.pop(), Set.of())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }

    /** The flowchart: a box for each module, its packages in it, an arrow for each use. */
    String chart() {
        StringBuilder chart = new StringBuilder("flowchart TD\n");
        for (String module : uses.keySet()) {
            if (!module.contains(".")) {
                chart.append("  subgraph ").append(module).append('\n');
                uses.keySet().stream()
                        .filter(name -> name.startsWith(module + "."))
                        .forEach(name -> chart.append("    ")
                                .append(name)
                                .append("[\"")
                                .append(name.substring(module.length() + 1))
                                .append("\"]\n"));
                chart.append("  end\n");
            }
        }
        uses.forEach((from, targets) -> targets.forEach(
                to -> chart.append("  ").append(from).append(" --> ").append(to).append('\n')));
        return chart.toString();
    }

    /** What one draws and the other does not. */
    List<String> differences(House drawn) {
        List<String> found = new ArrayList<>();
        Set<String> names = new TreeSet<>(uses.keySet());
        names.addAll(drawn.uses.keySet());
        for (String name : names) {
            if (!drawn.uses.containsKey(name)) {
                found.add(name + " is not drawn");
            } else if (!uses.containsKey(name)) {
                found.add(name + " is drawn and does not exist");
            }
            Set<String> missing = new TreeSet<>(uses.getOrDefault(name, Set.of()));
            missing.removeAll(drawn.uses.getOrDefault(name, Set.of()));
            missing.forEach(to -> found.add("the arrow " + name + " --> " + to + " is missing"));
            Set<String> more = new TreeSet<>(drawn.uses.getOrDefault(name, Set.of()));
            more.removeAll(uses.getOrDefault(name, Set.of()));
            more.forEach(to -> found.add("the arrow " + name + " --> " + to + " is too many"));
        }
        return found;
    }

    /** The module and the first part below it; what stands in the module's own package is its root. */
    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().substring(ROOT.length()).split("\\.");
        return parts[0] + "." + (parts.length > 1 ? parts[1] : "root");
    }

    private static String module(String feature) {
        return feature.substring(0, feature.indexOf('.'));
    }
}
