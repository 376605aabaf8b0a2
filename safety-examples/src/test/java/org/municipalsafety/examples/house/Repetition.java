/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds pairs of places that share ten lines of code: the same lines, or lines of the same shape with other names,
 * texts and numbers.
 *
 * <p>Comments, blank lines, imports and lone brackets are no lines of code. Ten lines of which hardly two differ in
 * shape (a constructor's assignments, a table's rows) are no logic that could be shared, and are passed over.
 */
final class Repetition {

    static final int LINES = 10;

    /** So many shapes there must be among the lines, or they are a list. */
    private static final int LEAST_SHAPES = 5;

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\n]*|/\\*(?s:.*?)\\*/)|(?<literal>\"\"\"(?s:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*+\""
                    + "|'(?:[^'\\\\\n]|\\\\.)*+'|\\d[\\w.]*)|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)|(?<space>\\s+)|(?s:.)");

    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class continue default do double else enum extends false"
                            + " final finally float for if implements import instanceof int interface long native new null"
                            + " package permits private protected public record return sealed short static super switch"
                            + " synchronized this throw throws transient true try var void volatile while yield")
                    .split(" "));

    /**
     * Two places that share lines.
     *
     * @param place the first, such as {@code a/A.java:10-24}
     * @param other the second
     * @param literally whether the lines are the same to the letter
     */
    record Pair(String place, String other, int lines, boolean literally) {

        /** The files, whatever the lines: what an exception names. */
        String files() {
            return place.replaceFirst(":.*", "") + " ~ " + other.replaceFirst(":.*", "");
        }
    }

    private record Line(int number, String text, String shape) {}

    private record Spot(String file, int index) {}

    /** Two files, or one, and how far the second place stands behind the first. */
    private record Offset(String file, String other, int distance) {}

    private Repetition() {}

    /** The pairs in some sources, by their names; the longest first. */
    static List<Pair> in(Map<String, String> sources) {
        Map<String, List<Line>> files = new TreeMap<>();
        Map<String, List<Spot>> windows = new LinkedHashMap<>();
        sources.forEach((file, text) -> files.put(file, lines(text)));
        files.forEach((file, lines) -> {
            for (int i = 0; i + LINES <= lines.size(); i++) {
                List<String> shapes =
                        lines.subList(i, i + LINES).stream().map(Line::shape).toList();
                if (new HashSet<>(shapes).size() >= LEAST_SHAPES) {
                    windows.computeIfAbsent(String.join("\n", shapes), key -> new ArrayList<>())
                            .add(new Spot(file, i));
                }
            }
        });
        // Windows that overlap on both sides are one run.
        Map<Offset, List<Integer>> runs = new LinkedHashMap<>();
        for (List<Spot> spots : windows.values()) {
            for (int a = 0; a < spots.size(); a++) {
                for (int b = a + 1; b < spots.size(); b++) {
                    Spot one = spots.get(a);
                    Spot two = spots.get(b);
                    int distance = two.index() - one.index();
                    if (!one.file().equals(two.file()) || distance >= LINES) {
                        runs.computeIfAbsent(new Offset(one.file(), two.file(), distance), key -> new ArrayList<>())
                                .add(one.index());
                    }
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        runs.forEach((offset, starts) -> pairs.addAll(pairs(offset, starts, files)));
        pairs.sort(Comparator.comparingInt(Pair::lines).reversed().thenComparing(Pair::place));
        return pairs;
    }

    private static List<Pair> pairs(Offset offset, List<Integer> starts, Map<String, List<Line>> files) {
        List<Line> first = files.getOrDefault(offset.file(), List.of());
        List<Line> second = files.getOrDefault(offset.other(), List.of());
        List<Pair> pairs = new ArrayList<>();
        List<Integer> sorted = starts.stream().sorted().toList();
        for (int i = 0, next; i < sorted.size(); i = next) {
            next = i + 1;
            while (next < sorted.size() && sorted.get(next) <= sorted.get(next - 1) + LINES) {
                next++;
            }
            int from = sorted.get(i);
            int to = sorted.get(next - 1) + LINES;
            List<Line> ones = first.subList(from, to);
            List<Line> twos = second.subList(from + offset.distance(), to + offset.distance());
            boolean literally = ones.stream()
                    .map(Line::text)
                    .toList()
                    .equals(twos.stream().map(Line::text).toList());
            pairs.add(new Pair(place(offset.file(), ones), place(offset.other(), twos), to - from, literally));
        }
        return pairs;
    }

    private static String place(String file, List<Line> lines) {
        return file + ":" + lines.get(0).number() + "-"
                + lines.get(lines.size() - 1).number();
    }

    private static List<Line> lines(String source) {
        Map<Integer, StringBuilder> texts = new TreeMap<>();
        Map<Integer, StringBuilder> shapes = new TreeMap<>();
        int number = 1;
        Matcher tokens = TOKEN.matcher(source);
        while (tokens.find()) {
            String token = tokens.group();
            if (tokens.group("comment") == null && tokens.group("space") == null) {
                boolean name = tokens.group("word") != null && !KEYWORDS.contains(token);
                String shape = name ? "a" : tokens.group("literal") != null ? "0" : token;
                texts.computeIfAbsent(number, key -> new StringBuilder())
                        .append(token)
                        .append(' ');
                shapes.computeIfAbsent(number, key -> new StringBuilder())
                        .append(shape)
                        .append(' ');
            }
            number += (int) token.chars().filter(c -> c == '\n').count();
        }
        List<Line> lines = new ArrayList<>();
        texts.forEach((at, text) -> {
            String line = text.toString();
            boolean bracket = line.chars().noneMatch(Character::isLetterOrDigit);
            if (!bracket && !line.startsWith("import ") && !line.startsWith("package ")) {
                lines.add(new Line(at, line, String.valueOf(shapes.get(at))));
            }
        });
        return lines;
    }
}
