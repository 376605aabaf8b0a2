/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the house is the house: exact both ways. What pages link to is there. */
class ArchitecturePageTest {

    private static final Path PAGE = Repository.ROOT.resolve("docs/architecture.md");
    private static final String START = "```mermaid\n";
    private static final String END = "```\n";
    private static final String TABLE = "<!-- packages -->\n";
    private static final String TABLE_END = "<!-- end of packages -->\n";
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(#[^)\\s]*)?\\)");

    @Test
    void thePictureIsTheHouse() throws IOException {
        House real = House.of(house());
        if (Boolean.getBoolean("safety.record")) {
            String page = Repository.text(PAGE);
            page = replaced(page, START, END, real.reduced().chart());
            Files.writeString(PAGE, replaced(page, TABLE, TABLE_END, table(real)));
        }
        assertThat(real.reduced().differences(House.drawn(between(Repository.text(PAGE), START, END))))
                .as("docs/architecture.md; mvn -Precord verify draws it anew")
                .isEmpty();
    }

    @Test
    void eachPackageIsToldWithAllThatItUses() {
        assertThat(between(Repository.text(PAGE), TABLE, TABLE_END))
                .as("docs/architecture.md; mvn -Precord verify writes it anew")
                .isEqualTo(table(House.of(house())));
    }

    /** A row for each package: the first sentence of its own description, and all that it uses directly. */
    private static String table(House real) {
        StringBuilder table = new StringBuilder("| package | what lives there | uses |\n|---|---|---|\n");
        real.uses().forEach((name, targets) -> {
            if (name.contains(".")) {
                String[] parts = name.replace(".root", "").split("\\.");
                String told = description("safety-" + parts[0], String.join("/", parts));
                String uses = String.join(
                        ", ",
                        targets.stream()
                                .map(to -> to.replaceFirst("^[^.]*\\.", ""))
                                .toList());
                table.append("| `%s` | %s | %s |\n".formatted(String.join(".", parts), told, uses));
            }
        });
        return table.toString();
    }

    private static String description(String module, String folder) {
        String text = Repository.text(Repository.ROOT.resolve(
                module + "/src/main/java/org/municipalsafety/" + folder + "/package-info.java"));
        String comment =
                between(text, "/**\n", "*/").replaceAll("(?m)^ \\*", "").replaceAll("\\s+", " ");
        return comment.strip()
                .split("(?<=\\.) |<p>", 2)[0]
                .replaceAll("\\{@(?:link|code) (?:[\\w.]+\\.)?([^}]*)}", "`$1`")
                .replace("|", "/")
                .strip();
    }

    @Test
    void whatPagesLinkToIsThere() {
        assertThat(brokenLinks(pages())).isEmpty();
    }

    @Test
    void aMissingArrowAndOneTooManyAreSeen() {
        House real = new House(new TreeMap<>(Map.of(
                "core", Set.of(),
                "core.a", Set.of("core.b", "core.c"),
                "core.b", Set.of("core.c"),
                "core.c", Set.of(),
                "roster", Set.of("core"),
                "roster.r", Set.of())));
        House reduced = real.reduced();
        assertThat(reduced.uses().get("core.a")).containsExactly("core.b");
        assertThat(reduced.differences(House.drawn(reduced.chart()))).isEmpty();
        assertThat(reduced.differences(House.drawn(reduced.chart().replace("  core.b --> core.c\n", ""))))
                .containsExactly("the arrow core.b --> core.c is missing");
        assertThat(reduced.differences(House.drawn(reduced.chart() + "  core.c --> core.d\n  core --> roster\n")))
                .containsExactly("the arrow core --> roster is too many", "the arrow core.c --> core.d is too many");
        assertThat(reduced.differences(House.drawn(reduced.chart().replace("    roster.r[\"r\"]\n", ""))))
                .containsExactly("roster.r is not drawn");
        assertThat(reduced.differences(House.drawn(reduced.chart() + "    core.x[\"x\"]\n")))
                .containsExactly("core.x is drawn and does not exist");
    }

    @Test
    void aBrokenLinkIsSeen() {
        assertThat(brokenLinks(Map.of(
                        Repository.ROOT.resolve("docs/x.md"),
                        "[a](../README.md) [b](#here) [c](no-such.md#x) [d](https://example.org/)")))
                .containsExactly("docs/x.md: no-such.md");
    }

    private static List<String> brokenLinks(Map<Path, String> pages) {
        List<String> broken = new ArrayList<>();
        pages.forEach((page, text) -> {
            Matcher links = LINK.matcher(text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "`code`"));
            while (links.find()) {
                String target = links.group(1);
                Path folder = page.getParent();
                if (!target.matches("\\w+:.*") && folder != null && !Files.exists(folder.resolve(target))) {
                    broken.add(Repository.name(page) + ": " + target);
                }
            }
        });
        return broken;
    }

    private static Map<Path, String> pages() {
        Map<Path, String> pages = new TreeMap<>();
        Set<Path> folders = new TreeSet<>(
                Set.of(Repository.ROOT, Repository.ROOT.resolve("docs"), Repository.ROOT.resolve("docs/adr")));
        Repository.modules().forEach(module -> folders.add(Repository.ROOT.resolve(module)));
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .forEach(file -> pages.put(file, Repository.text(file)));
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
        return pages;
    }

    private static String replaced(String text, String start, String end, String content) {
        int from = text.indexOf(start) + start.length();
        return text.substring(0, from) + content + text.substring(text.indexOf(end, from));
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start);
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/benchmarks/"))
                .importPackages("org.municipalsafety");
    }
}
