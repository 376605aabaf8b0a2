/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what the build compiles, and where it points there is something. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) (\\S+) -->\\n```(?:java|json|xml)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)");

    private static final Pattern TESTS = Pattern.compile("-Dtest=([^\\s`|]+)");

    record Snippet(String file, String name, String text) {
        @Override
        public String toString() {
            return file + " " + name;
        }
    }

    static Stream<Snippet> snippets() throws IOException {
        Matcher matcher = SNIPPET.matcher(readme());
        List<Snippet> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(new Snippet(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void theSnippetIsThatOfTheSource(Snippet snippet) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(snippet.file()));
        int start = index(lines, "// snippet " + snippet.name());
        int end = start + index(lines.subList(start, lines.size()), "// end");
        String source =
                String.join("\n", lines.subList(start + 1, end)).stripIndent().strip();
        assertThat(snippet.text().strip()).isEqualTo(source);
    }

    @Test
    void everyJavaBlockIsASnippet() throws IOException {
        long blocks = readme().lines().filter(line -> line.equals("```java")).count();
        assertThat(blocks).isEqualTo(snippets().count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Matcher matcher = LINK.matcher(readme());
        List<String> links = new ArrayList<>();
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    /** A misspelt name would run no test and fail nothing. */
    @Test
    void everyTestThatACommandNamesIsThere() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(ROOT)) {
            classes = files.filter(file -> file.toString().contains("/src/test/java/"))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
        List<String> named = new ArrayList<>();
        for (String page : List.of("README.md", "CONTRIBUTING.md")) {
            Matcher matcher = TESTS.matcher(Files.readString(ROOT.resolve(page)));
            while (matcher.find()) {
                named.addAll(List.of(matcher.group(1).split(",")));
            }
        }
        assertThat(named)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(name -> assertThat(classes).contains(name + ".java"));
    }

    private static int index(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        throw new AssertionError("no line " + marker);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
