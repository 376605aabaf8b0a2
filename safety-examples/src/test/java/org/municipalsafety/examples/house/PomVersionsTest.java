/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Versions of third parties stand in one place: libraries as properties, plugins as managed, both in the root pom. */
class PomVersionsTest {

    private static final String OURS = "org.municipalsafety";
    private static final Pattern PART = Pattern.compile(
            "<(dependency|plugin|path|annotationProcessorPath|extension)>((?:(?!</?(?:dependency|plugin|path)>).)*?)"
                    + "<version>([^<]*)</version>",
            Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>([^<]+)</");

    @Test
    void versionsStandInTheRootPomAlone() {
        Map<String, String> violations = new LinkedHashMap<>();
        for (String module : Repository.modules()) {
            violations.putAll(elsewhere(module + "/pom.xml", pom(module + "/pom.xml"), pom("pom.xml")));
        }
        assertThat(Exceptions.of("version").faults(violations)).isEmpty();
    }

    @Test
    void librariesHaveTheirVersionsAsProperties() {
        assertThat(written(pom("pom.xml"))).isEmpty();
    }

    @Test
    void aVersionElsewhereIsSeen() {
        String root = "<plugin><artifactId>a-plugin</artifactId><version>1.2</version></plugin>";
        String module = """
                <parent><groupId>org.municipalsafety</groupId><version>1</version></parent>
                <dependency><groupId>org.municipalsafety</groupId><artifactId>x</artifactId><version>1</version></dependency>
                <dependency><groupId>com.example</groupId><artifactId>y</artifactId></dependency>
                <dependency><groupId>com.example</groupId><artifactId>z</artifactId><version>7</version></dependency>
                <plugin><artifactId>a-plugin</artifactId><version>1.2</version></plugin>
                <plugin><artifactId>b-plugin</artifactId><version>${b.version}</version></plugin>
                <properties><b.version>3</b.version><c.version>${project.version}</c.version></properties>
                """;
        assertThat(elsewhere("m/pom.xml", module, root))
                .containsOnly(
                        Map.entry("m/pom.xml z", "has the version 7, which the root pom does not give it"),
                        Map.entry("m/pom.xml a-plugin", "repeats the version 1.2 of the root pom"),
                        Map.entry("m/pom.xml b.version", "is a version of its own, 3"));
        assertThat(written("<dependencyManagement><dependency><groupId>g</groupId><artifactId>a</artifactId>"
                        + "<version>1</version></dependency><dependency><groupId>g</groupId>"
                        + "<artifactId>b</artifactId><version>${b.version}</version></dependency>"))
                .containsExactly("a: 1");
    }

    private static String pom(String name) {
        return Repository.text(Repository.ROOT.resolve(name)).replaceAll("(?s)<!--.*?-->", "");
    }

    /** Versions of others in a module's pom. */
    private static Map<String, String> elsewhere(String name, String pom, String root) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher parts = PART.matcher(pom);
        while (parts.find()) {
            String artifact = artifact(parts.group(2));
            String version = parts.group(3);
            if (!parts.group(2).contains("<groupId>" + OURS + "</groupId>") && !version.startsWith("${")) {
                boolean same = Pattern.compile("<artifactId>" + Pattern.quote(artifact) + "</artifactId>\\s*<version>"
                                + Pattern.quote(version) + "</version>")
                        .matcher(root)
                        .find();
                found.put(
                        name + " " + artifact,
                        same
                                ? "repeats the version " + version + " of the root pom"
                                : "has the version " + version + ", which the root pom does not give it");
            }
        }
        Matcher properties = PROPERTY.matcher(pom);
        while (properties.find()) {
            if (!properties.group(2).startsWith("${")) {
                found.put(name + " " + properties.group(1), "is a version of its own, " + properties.group(2));
            }
        }
        return found;
    }

    /** Libraries whose version is no property. */
    private static List<String> written(String root) {
        List<String> found = new ArrayList<>();
        Matcher parts = PART.matcher(root);
        while (parts.find()) {
            boolean library =
                    parts.group(1).equals("dependency") || parts.group(1).equals("path");
            boolean ofPlugin =
                    root.lastIndexOf("<plugin>", parts.start()) > root.lastIndexOf("</plugin>", parts.start());
            if (library
                    && !(ofPlugin && parts.group(1).equals("dependency"))
                    && !parts.group(2).contains("<groupId>" + OURS + "</groupId>")
                    && !parts.group(3).startsWith("${")) {
                found.add(artifact(parts.group(2)) + ": " + parts.group(3));
            }
        }
        return found;
    }

    private static String artifact(String part) {
        Matcher id = Pattern.compile("<artifactId>([^<]+)<").matcher(part);
        return id.find() ? id.group(1) : part.strip();
    }
}
