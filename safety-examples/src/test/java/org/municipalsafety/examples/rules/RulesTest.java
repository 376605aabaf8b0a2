/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.examples.rules.RuleNumbers.Named;

/**
 * Every rule that is named anywhere has a text on the page of the rules, every text has a test, and every test that
 * carries a number has a text. Small made-up houses show that each disagreement is found.
 */
class RulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A page with a rule that has a test, and one that is open; {@link #house()} agrees with it. */
    private static final String PAGE = """
            # Rules
            A list of rules.

            ## Doors (Q)
            - <a id="q7"></a>**Q7** A door is open
              or shut. *Source: design of this SDK.*

            ## Open
            - <a id="q8"></a>**Q8** A door says who opened it. *Source: design of this SDK.*
            """;

    private static final String TEST = "safety-x/src/test/java/x/DoorTest.java";
    private static final String MAIN = "safety-x/src/main/java/x/Door.java";

    @TempDir
    private Path root;

    @Test
    void numbersTextsAndTestsAgree() throws IOException {
        assertThat(String.join("\n", RuleFindings.of(ROOT, Files.readString(ROOT.resolve(RulesPage.NAME)))))
                .isEmpty();
    }

    /** A scan that finds little agrees with everything. */
    @Test
    void theScanSeesTheHouse() {
        List<Named> named = RuleNumbers.below(ROOT);
        assertThat(named.stream().filter(Named::byTest)).hasSizeGreaterThan(600);
        assertThat(named.stream()
                        .filter(each -> !each.byTest())
                        .map(each -> each.place().replaceAll("/.*|:.*", ""))
                        .collect(Collectors.toSet()))
                .contains("safety-core", "safety-roster", "safety-alerting", "safety-testkit", "docs");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void house() throws IOException {
        write(TEST, """
                class DoorTest {
                    @ParameterizedTest
                    @CsvSource({"a, (b", "c, d"})
                    void Q7_aDoorIsOpenOrShut(String a, String b) {}
                }
                """);
        write(MAIN, "/** A door (rule Q7); who opened it is not known yet (Q8). */ class Door {}");
    }

    private List<String> findings() {
        return RuleFindings.of(root, PAGE);
    }

    private void found(String... parts) {
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding).contains(parts).contains("\nMaybe "));
    }

    @Test
    void aHouseThatAgreesHasNoFindings() throws IOException {
        house();
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** As it should be (rule Q9). */ class A {}",
                "/** Rule Q9: as it should be. */ class A {}",
                "/**\n * It is so (see\n * Q9).\n */ class A {}",
                "/** <ul><li>Q9: the first. */ class A {}",
                "// Q9\nclass A {}",
                "/* Q7, Q9 */ class A {}",
                "/** As {@code A.Q9_isSo} shows. */ class A {}",
                "@DisplayName(\"Q9: it is so\") class A {}",
                "class A { String s = \"Not so (Q9).\"; }",
                "class A { String s = \"\"\"\n  Not so (Q9).\n  \"\"\"; }",
                "class A { Object o = new Violation(\"Q9\", 1); }",
                "class A { Object o = law(\"Q9_itIsSo\"); }",
                "class A { void Q9_noTest() {} }",
                "class A { char c = '\"'; } // Q9",
            })
    void aNumberWithoutATextIsFoundInJava(String java) throws IOException {
        house();
        write("safety-x/src/main/java/x/A.java", "\n" + java);
        found("safety-x/src/main/java/x/A.java:", ": names Q9; expected a rule of docs/rules.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Rule Q9 says so.", "It is so (Q9).", "As `DoorTest.Q9_isSo` shows.", "**Q9**", "Q7–Q9", "| Q9 |"
            })
    void aNumberWithoutATextIsFoundOnPages(String text) throws IOException {
        house();
        for (String page : List.of("README.md", "docs/adr/0001-doors.md", "safety-x/README.md")) {
            write(page, "# Doors\n\n" + text);
            found(page + ":3: names Q9");
            Files.delete(root.resolve(page));
        }
    }

    /** The rules of the page may refer to each other, and what they refer to is there. */
    @Test
    void aNumberWithoutATextIsFoundInTheTextsThemselves() throws IOException {
        house();
        write(RulesPage.NAME, PAGE.replace("or shut.", "or shut, see Q9."));
        found("docs/rules.md:6: names Q9");
    }

    @Test
    void aNumberThatIsNamedOftenIsOneFinding() throws IOException {
        house();
        write("docs/doors.md", "Q9\n".repeat(8));
        found("docs/doors.md:1, docs/doors.md:2, ", "docs/doors.md:5 (and 3 more places): names Q9");
    }

    @Test
    void eachNumberOfARangeIsNamed() throws IOException {
        house();
        write("safety-x/src/main/java/x/package-info.java", "/** Doors.\n * Rules Q7 to Q10. */\npackage x;\n");
        assertThat(findings())
                .hasSize(2)
                .anySatisfy(
                        each -> assertThat(each).startsWith("safety-x/src/main/java/x/package-info.java:2: names Q9"));
        assertThat(findings()).anySatisfy(each -> assertThat(each).contains("names Q10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8, E.164, ISO 8601, RFC 9110, sv-SE, PT15H, P1D, P4M, R2D2, Q, q9, Q0, Q09, Q123, xQ9, Q9x, 4Q9, #Q9",
                "SE9, V2.0, Q9.java, Q9_, Q9:x, M 13, T08:00, 2026-W01, H2 and one sheet of A4"
            })
    void whatOnlyLooksLikeANumberIsNone(String text) throws IOException {
        house();
        write("README.md", text);
        write("safety-x/src/main/java/x/A.java", "/** " + text + " */ class A {}");
        assertThat(findings()).isEmpty();
    }

    /** Code, data and the made-up houses of tests have numberings of their own. */
    @Test
    void whereNoRuleIsNamedNothingIsFound() throws IOException {
        house();
        write("safety-x/src/main/java/x/A.java", "class A { Q9 q = new Q9(\"M44 1L4 0\", \"size: A5;\"); int Q9; }");
        write("safety-x/src/test/java/x/ATest.java", "class ATest { String s = \"Q9\", t = \"@DisplayName(Q9: )\"; }");
        write("safety-x/src/test/resources/x/cases.md", "| Q9 |");
        write("safety-x/src/main/resources/x/week.json", "{\"id\": \"Q9\"}");
        write("safety-x/target/generated/A.java", "/** Q9 */");
        write(".git/A.java", "/** Q9 */");
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class DoorTest { @Test void aDoorIsOpenOrShut() {} }",
                "class DoorTest { void Q7_aDoorIsOpenOrShut() {} }",
                "class DoorTest { @Test void other() {} void Q7_aDoorIsOpenOrShut() {} }",
                "class DoorTest { @Test void other() { Q7_aDoorIsOpenOrShut(); } }",
                "class DoorTest { /* @Test void Q7_aDoorIsOpenOrShut() {} */ }",
                "class DoorTest { String s = \"@Test void Q7_aDoorIsOpenOrShut() {}\"; }",
                "class DoorTest { @Test void aDoorIsOpenOrShut_Q7() {} }"
            })
    void aRuleWithoutATestIsFound(String test) throws IOException {
        house();
        write(TEST, test);
        found("docs/rules.md:5: no test carries Q7", "found no test method whose name begins with Q7_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Test void Q7_a() {}",
                "@Test public void Q7_a() throws Exception {}",
                "@Property default void Q7_a(@ForAll int i) {}",
                "@Example void Q7_a() {}",
                "@TestFactory Stream<DynamicTest> Q7_a() {}",
                "@Tag(\"long\") @RepeatedTest(3) void Q7_a() {}",
                "@Test @Timeout(value = 3, unit = SECONDS) void Q7_a() {}",
                "@ParameterizedTest @ValueSource(strings = {\";\", \"}\"}) void Q7_a(String s) {}",
                "@Test /* a comment; } */ void Q7_a() {}"
            })
    void aTestIsSeenInEachOfItsForms(String test) throws IOException {
        house();
        Files.delete(root.resolve(TEST));
        write("safety-x/src/main/java/x/DoorContract.java", "interface DoorContract {\n" + test + "\n}");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aTestWithANumberThatThePageDoesNotHaveIsFound() throws IOException {
        house();
        write("safety-x/src/test/java/x/BellTest.java", "class BellTest {\n    @Test\n    void Q9_itRings() {}\n}");
        found(
                "safety-x/src/test/java/x/BellTest.java:3: the test Q9_itRings carries Q9; expected a rule of docs/rules.md");
    }

    @Test
    void anOpenRuleWithATestIsFound() throws IOException {
        house();
        write("safety-x/src/test/java/x/WhoTest.java", "class WhoTest { @Test void Q8_isKnown() {} }");
        found(
                "WhoTest.java:1: the test Q8_isKnown carries Q8, which docs/rules.md:9 lists as open",
                "from \"Open\" to");
    }

    @Test
    void aNumberThatStandsTwiceIsFound() throws IOException {
        house();
        String twice = PAGE + "- <a id=\"q7\"></a>**Q7** Another. *Source: design of this SDK.*\n";
        assertThat(RuleFindings.of(root, twice))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .contains(
                                "docs/rules.md:10: Q7 stands there a second time; the first is at docs/rules.md:5",
                                "\nMaybe "));
    }

    @Test
    void anItemWithoutTextOrSourceIsFound() throws IOException {
        house();
        for (String part : List.of(
                "A door is open\n  or shut.", "*Source: design of this SDK.*", "<a id=\"q7\"></a>", "**Q7** ")) {
            String without = PAGE.replaceFirst(Pattern.quote(part), "");
            assertThat(RuleFindings.of(root, without))
                    .as("without %s", part)
                    .anySatisfy(finding -> assertThat(finding)
                            .startsWith("docs/rules.md:5: the item is not of the form")
                            .contains("\nMaybe "));
        }
    }

    @Test
    void anAnchorOfAnotherRuleIsFound() throws IOException {
        house();
        assertThat(RuleFindings.of(root, PAGE.replace("id=\"q7\"", "id=\"q6\"")))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .contains("docs/rules.md:5: the anchor of Q7 is \"q6\"; expected \"q7\"", "\nMaybe "));
    }
}
