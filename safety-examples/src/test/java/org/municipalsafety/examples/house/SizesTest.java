/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each file is read in one sitting; what is larger stands in {@code docs/exceptions.md} with its reason. */
class SizesTest {

    private static final int MOST_LINES_OF_A_FILE = 500;

    @Test
    void filesAreReadInOneSitting() {
        Map<String, String> violations = new LinkedHashMap<>();
        for (Path file : Repository.mainFiles()) {
            long lines = Repository.text(file).lines().count();
            if (lines > MOST_LINES_OF_A_FILE) {
                violations.put(
                        Repository.name(file), "has " + lines + " lines, " + MOST_LINES_OF_A_FILE + " are allowed");
            }
        }
        assertThat(Exceptions.of("file").faults(violations)).isEmpty();
    }

    @Test
    void methodsAreReadAtAGlance() {
        Map<String, String> violations = new LinkedHashMap<>();
        sizes().forEach(found -> violations.putAll(found.longMethods));
        assertThat(Exceptions.of("method").faults(violations)).isEmpty();
    }

    @Test
    void classesHoldFewThings() {
        Map<String, String> violations = new LinkedHashMap<>();
        sizes().forEach(found -> violations.putAll(found.wideClasses));
        assertThat(Exceptions.of("class").faults(violations)).isEmpty();
    }

    private static List<Sizes> sizes() {
        Map<String, String> sources = new LinkedHashMap<>();
        Repository.mainSources().forEach(file -> sources.put(Repository.name(file), Repository.text(file)));
        assertThat(sources).hasSizeGreaterThan(200);
        return Sizes.of(sources);
    }

    @Test
    void theMeasureSeesWhatIsTooLarge() {
        String body = "a();\n".repeat(58);
        String fields = IntStream.range(0, 21).mapToObj(i -> "int f" + i).collect(Collectors.joining(";\n"));
        String arguments = fields.replace(";\n", ", ");
        Sizes found = Sizes.of(Map.of(
                        "A.java",
                        "class A {\n void shortOne() {\n" + body + "}\n @Deprecated\n void longOne() {\n" + body
                                + "}\n A(" + arguments + ") {}\n static class B {\n" + fields + ";\n { \n" + body
                                + "a();\n} }\n record C(" + arguments + ") {}\n static class D { static "
                                + fields.replace(";\n", "; static ") + "; } }"))
                .get(0);
        assertThat(found.longMethods)
                .containsOnly(
                        Map.entry("A#longOne", "has 61 lines, 60 are allowed"),
                        Map.entry("A.B#{}", "has 61 lines, 60 are allowed"));
        assertThat(found.wideClasses)
                .containsOnly(
                        Map.entry("A#new", "takes 21 arguments, 20 are allowed"),
                        Map.entry("A.B", "has 21 fields, 20 are allowed"),
                        Map.entry("A.C", "has 21 fields, 20 are allowed"));
    }

    @Test
    void anExceptionIsNeededAndGivesItsReason() {
        String page = """
                | rule | what | reason |
                |---|---|---|
                | file | `a/B.java` | a table of the law, read as one |
                | file | `a/C.java` | |
                | method | `a/D.java` | another rule's exception |
                """;
        assertThat(Exceptions.of("file", page).faults(Map.of("a/B.java", "is long")))
                .containsExactly(
                        "file: the exception for a/C.java is needed no more",
                        "file: the exception for a/C.java gives no reason");
        assertThat(Exceptions.of("file", page).faults(Map.of("a/E.java", "is long")))
                .contains("file: a/E.java is long", "file: the exception for a/B.java is needed no more");
    }
}
