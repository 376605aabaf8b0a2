/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is written twice: no two places share ten lines, also with other names. */
class RepetitionTest {

    @Test
    void nothingIsWrittenTwice() {
        Map<String, String> sources = new LinkedHashMap<>();
        Repository.mainSources().forEach(file -> sources.put(Repository.name(file), Repository.text(file)));
        Map<String, String> violations = new LinkedHashMap<>();
        for (Repetition.Pair pair : Repetition.in(sources)) {
            violations.merge(
                    pair.files(),
                    "share %d lines%s: %s, %s"
                            .formatted(
                                    pair.lines(), pair.literally() ? "" : " of one shape", pair.place(), pair.other()),
                    (longer, shorter) -> longer);
        }
        assertThat(Exceptions.of("repetition").faults(violations)).isEmpty();
    }

    private static final String LOGIC = """
            int total(List<Turn> turns, Interval asked) {
                int sum = 0;
                for (Turn turn : turns) {
                    if (turn.start() < asked.end() && turn.end() > asked.start()) {
                        sum += turn.end() - turn.start();
                    } else if (turn.isOpen()) {
                        // never closed
                        return Integer.MAX_VALUE;
                    }
                }
                System.Logger log = log("totals");
                log.log(DEBUG, "{0} turns", turns.size());
                String name = "x" + 'y';
                return sum;
            }
            """;

    @Test
    void theSameLinesAreSeen() {
        assertThat(Repetition.in(Map.of(
                        "A.java", "class A {\n" + LOGIC + "}", "B.java", "\n\nclass B { int b;\n" + LOGIC + "}")))
                .containsExactly(new Repetition.Pair("A.java:2-15", "B.java:4-17", 11, true));
    }

    @Test
    void linesWithOtherNamesAreSeen() {
        String other = LOGIC.replaceAll("\\bturn", "shift")
                .replace("Turn", "Shift")
                .replace("sum", "minutes")
                .replace("totals", "a longer \\\" text")
                .replace("// never closed", "\n /* closed\n never */ \n")
                .replace("0", "17L");
        assertThat(Repetition.in(Map.of("A.java", "class A {\n" + LOGIC + "}", "B.java", "class B {\n" + other + "}")))
                .containsExactly(new Repetition.Pair("A.java:1-15", "B.java:1-18", 12, false));
        assertThat(Repetition.in(Map.of("A.java", "class A {\n" + LOGIC + "int n;\n" + other + "}")))
                .extracting(Repetition.Pair::files)
                .containsExactly("A.java ~ A.java");
    }

    @Test
    void nineLinesAndOtherLogicAreNone() {
        String shorter = LOGIC.replace("String name", "var name").replace("int total", "long total");
        String first = LOGIC.lines().limit(6).collect(Collectors.joining("\n"));
        String last = LOGIC.lines().skip(6).collect(Collectors.joining("\n"));
        assertThat(Repetition.in(Map.of("A.java", LOGIC, "B.java", shorter))).isEmpty();
        assertThat(Repetition.in(Map.of("A.java", LOGIC, "B.java", first + "\nint other = 7;\n" + last)))
                .isEmpty();
    }

    @Test
    void listsAreNoLogic() {
        String assignments = IntStream.range(0, 20)
                .mapToObj(i -> "this.f" + i + " = f" + i + ";\n")
                .collect(Collectors.joining());
        assertThat(Repetition.in(Map.of("A.java", assignments, "B.java", assignments.replace("f", "g"))))
                .isEmpty();
    }
}
