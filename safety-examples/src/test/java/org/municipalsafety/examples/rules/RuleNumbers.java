/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where rules are named. A number is a capital letter and 1 to 99, and it names a rule where it stands alone, without a
 * letter, digit or quotation mark at it:
 *
 * <ul>
 *   <li>anywhere in a comment of a Java file, and anywhere in a Markdown file outside of {@code src}; of "N1 to N11" or
 *       "P1–P11" each number between is named as well;
 *   <li>at the beginning of a method's name, {@code R4_…}, in Java; such a name in a comment or a page names it too;
 *   <li>in quotes in Java: at the beginning of a display name; in main code also alone, in round brackets, and at the
 *       beginning before a colon or as {@code R4_…}, since messages and laws of the testkit name rules.
 * </ul>
 *
 * <p>What looks like a number and is none stands in {@link #OTHER_THINGS}. Other files (JSON, tables, lists of
 * deviations under {@code src}) hold data with numberings of their own.
 */
final class RuleNumbers {

    static final String NUMBER = "[A-Z][1-9][0-9]?";

    /** What looks like the number of a rule in comments and pages and is none, and what it is. */
    private static final Map<String, String> OTHER_THINGS =
            Map.of("H2", "a database", "sheet of A4", "paper", "A4 less its margins", "paper");

    private static final Pattern ALONE =
            Pattern.compile("(?<![\\p{L}\\p{N}_.#\"])(" + NUMBER + ")(?![\\p{L}\\p{N}_\"]|[.:][\\p{L}\\p{N}])");
    private static final Pattern IN_A_NAME = Pattern.compile("(?<![\\p{L}\\p{N}_])(" + NUMBER + ")(?=_\\p{L})");
    private static final Pattern RANGE = Pattern.compile("\\b([A-Z])([1-9][0-9]?)(?: to |[–…-])\\1([1-9][0-9]?)\\b");
    private static final Pattern QUOTED =
            Pattern.compile("\"(" + NUMBER + ")(?=\"|: |_\\p{L})|(?<=\\()(" + NUMBER + ")(?=\\))");
    private static final Pattern DISPLAY_NAME = Pattern.compile("\"(" + NUMBER + ")(?=: )");
    private static final Pattern METHOD = Pattern.compile("[\\w>\\]]\\s+((" + NUMBER + ")_\\w+)\\s*\\(");
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|Example)\\b");

    /**
     * A rule named somewhere.
     *
     * @param number its number
     * @param place the file and the line
     * @param test the name of the test, empty if it is not a test that names it
     */
    record Named(String number, String place, String test) {
        boolean byTest() {
            return !test.isEmpty();
        }
    }

    private final List<Named> found = new ArrayList<>();

    private RuleNumbers() {}

    /** All places below a folder, but those in hidden folders and in folders of build results. */
    static List<Named> below(Path root) {
        RuleNumbers numbers = new RuleNumbers();
        try {
            for (Path file : files(root)) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".java")) {
                    numbers.java(name, Files.readString(file));
                } else if (name.endsWith(".md") && !("/" + name).contains("/src/")) {
                    numbers.prose(name, Files.readString(file));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return List.copyOf(numbers.found);
    }

    private static SortedSet<Path> files(Path root) throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean left = !folder.equals(root) && (name.equals("target") || name.startsWith("."));
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private void java(String file, String text) {
        JavaSource source = JavaSource.of(text);
        prose(file, source.comments());
        Matcher methods = METHOD.matcher(source.code());
        while (methods.find()) {
            boolean test = TEST.matcher(head(source.code(), methods.start(1))).find();
            add(methods.toMatchResult(), 2, file, text, test ? methods.group(1) : "");
        }
        boolean tests = file.contains("src/test/");
        Matcher quoted = (tests ? DISPLAY_NAME : QUOTED).matcher(source.texts());
        while (quoted.find()) {
            String before = source.code().substring(0, quoted.start()).stripTrailing();
            if (!tests || before.endsWith("@DisplayName(")) {
                add(quoted.toMatchResult(), quoted.start(1) < 0 ? 2 : 1, file, text, "");
            }
        }
    }

    /** What stands before a method's name back to the end of what is before it: modifiers and annotations. */
    private static String head(String code, int name) {
        int depth = 0;
        int at = name - 1;
        for (; at >= 0; at--) {
            char c = code.charAt(at);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0 && (c == ';' || c == '{' || c == '}')) {
                break;
            }
        }
        return code.substring(at + 1, name);
    }

    private void prose(String file, String text) {
        String plain = text;
        for (String other : OTHER_THINGS.keySet()) {
            plain = plain.replaceAll("\\b" + other + "\\b", " ".repeat(other.length()));
        }
        if (file.equals(RulesPage.NAME)) {
            plain = plain.replaceAll("\\*\\*" + NUMBER + "\\*\\*", "");
        }
        for (Pattern form : List.of(ALONE, IN_A_NAME)) {
            for (Matcher number = form.matcher(plain); number.find(); ) {
                add(number.toMatchResult(), 1, file, plain, "");
            }
        }
        Matcher ranges = RANGE.matcher(plain);
        while (ranges.find()) {
            for (int i = Integer.parseInt(ranges.group(2)) + 1; i < Integer.parseInt(ranges.group(3)); i++) {
                found.add(new Named(ranges.group(1) + i, place(file, plain, ranges.start()), ""));
            }
        }
    }

    private void add(MatchResult match, int group, String file, String text, String test) {
        found.add(new Named(match.group(group), place(file, text, match.start(group)), test));
    }

    private static String place(String file, String text, int offset) {
        return file + ":"
                + (1 + text.substring(0, offset).chars().filter(c -> c == '\n').count());
    }
}
