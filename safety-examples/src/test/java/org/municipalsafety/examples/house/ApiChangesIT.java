/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javassist.ClassPool;
import javassist.CtClass;
import javassist.CtNewMethod;
import org.junit.jupiter.api.Test;

/**
 * Whoever updates is told what breaks: a change of what the modules offer, against the offer recorded at the last
 * release, stands in {@code CHANGELOG.md} under "Unreleased", the type's name in back quotes.
 *
 * <p>The recorded offer is a file of its own, so that it is never the build's own classes that are compared with
 * themselves. A release records the new one: {@code mvn -Precord verify}.
 */
class ApiChangesIT {

    private static final Path BASELINE = Path.of("src/test/baseline");
    private static final Pattern EXPORT = Pattern.compile("exports\\s+([\\w.]+)\\s*;");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void whatBreaksUsersStandsInTheChangelog() throws IOException {
        assumeFalse(Boolean.getBoolean("safety.record"), "the offer is being recorded");
        Map<String, byte[]> before = recorded();
        Map<String, byte[]> now = offered();
        assertThat(before).as("recorded offers, by module").isNotEmpty();
        assertThat(before.values()).allSatisfy(jar -> assertThat(Api.size(jar)).isGreaterThan(3));
        assertThat(untold(breaks(before, now), unreleased(changelog()))).isEmpty();
    }

    @Test
    void theOfferIsRecorded() throws IOException {
        assumeTrue(Boolean.getBoolean("safety.record"), "only where a release asks for it: mvn -Precord verify");
        Files.createDirectories(BASELINE);
        try (Stream<Path> old = Files.list(BASELINE)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> module : offered().entrySet()) {
            Files.write(BASELINE.resolve(module.getKey() + ".jar"), module.getValue());
        }
    }

    /** What the test itself must see: each change is made to a copy of what is offered, and compared with it. */
    @Test
    void theComparisonSeesWhatBreaks() throws Exception {
        Map<String, byte[]> now = offered();
        assertThat(breaks(now, now)).isEmpty();

        String type = "org.municipalsafety.core.time.DaySpan";
        Map<String, byte[]> before = new TreeMap<>(now);
        before.put("safety-core", changed(now.get("safety-core"), type, made -> {
            made.addMethod(CtNewMethod.abstractMethod(CtClass.intType, "was", new CtClass[0], new CtClass[0], made));
            return made;
        }));
        Map<String, List<String>> removed = breaks(before, now);
        assertThat(removed).containsOnlyKeys(type);
        assertThat(removed.get(type)).contains("METHOD_REMOVED");
        assertThat(untold(removed, "### Changed\n- Spans of a day are shorter.\n- `DaySpanner` is new.\n"))
                .singleElement()
                .asString()
                .contains("DaySpan", "METHOD_REMOVED");
        assertThat(untold(removed, "### Changed\n- `DaySpan.was()` is no more.\n"))
                .isEmpty();

        before.put("safety-core", changed(now.get("safety-core"), type, made -> {
            made.setName(type + "Ning");
            return made;
        }));
        assertThat(breaks(before, now)).containsOnlyKeys(type + "Ning");
    }

    @Test
    void theComparisonSeesAnotherSubtypeOfASealedType() {
        Map<String, Set<String>> before = Map.of("a.Answer", Set.of("a.Yes", "a.No"), "a.Gone", Set.of("a.Old"));
        Map<String, Set<String>> now = Map.of("a.Answer", Set.of("a.Yes", "a.No", "a.Perhaps"), "a.New", Set.of());
        Map<String, List<String>> found = new TreeMap<>();
        widened(before, now, found);
        assertThat(found).containsOnly(Map.entry("a.Answer", List.of("SEALED_TYPE_WIDENED by [a.Perhaps]")));
    }

    @Test
    void onlyWhatIsUnreleasedTells() {
        assertThat(unreleased("# Changelog\n## Unreleased\n- `A`\n\n## 1.0\n- `B`\n"))
                .isEqualTo("- `A`\n");
    }

    /** By type, what is no longer compatible, in code or in source. */
    private static Map<String, List<String>> breaks(Map<String, byte[]> before, Map<String, byte[]> now)
            throws IOException {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        Map<String, List<String>> found = new TreeMap<>();
        for (JApiClass type : new JarArchiveComparator(options).compare(archives(before), archives(now))) {
            if (!type.isBinaryCompatible() || !type.isSourceCompatible()) {
                Stream<? extends JApiCompatibility> parts = Stream.of(
                                Stream.of(type, type.getSuperclass()),
                                type.getMethods().stream(),
                                type.getConstructors().stream(),
                                type.getFields().stream(),
                                type.getInterfaces().stream())
                        .flatMap(each -> each);
                found.put(
                        type.getFullyQualifiedName(),
                        parts.flatMap(part -> part.getCompatibilityChanges().stream())
                                .map(JApiCompatibilityChange::getType)
                                .map(Enum::name)
                                .distinct()
                                .collect(Collectors.toCollection(ArrayList::new)));
            }
        }
        Map<String, Set<String>> sealedBefore = new TreeMap<>();
        Map<String, Set<String>> sealedNow = new TreeMap<>();
        for (byte[] jar : before.values()) {
            sealedBefore.putAll(Api.sealedTypes(jar));
        }
        for (byte[] jar : now.values()) {
            sealedNow.putAll(Api.sealedTypes(jar));
        }
        widened(sealedBefore, sealedNow, found);
        return found;
    }

    /** Another subtype breaks users' switches, which the comparison of class files takes for compatible. */
    private static void widened(
            Map<String, Set<String>> before, Map<String, Set<String>> now, Map<String, List<String>> found) {
        before.forEach((type, permitted) -> {
            Set<String> more = new TreeSet<>(now.getOrDefault(type, Set.of()));
            more.removeAll(permitted);
            if (!more.isEmpty()) {
                found.computeIfAbsent(type, key -> new ArrayList<>()).add("SEALED_TYPE_WIDENED by " + more);
            }
        });
    }

    /** Breaks of types that no code span of the text names. */
    private static List<String> untold(Map<String, List<String>> breaks, String unreleased) {
        Set<String> named = CODE.matcher(unreleased)
                .results()
                .map(MatchResult::group)
                .flatMap(code -> Stream.of(code.split("\\W+")))
                .collect(Collectors.toSet());
        List<String> untold = new ArrayList<>();
        breaks.forEach((type, changes) -> {
            String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
            if (!named.contains(name)) {
                untold.add(type + " breaks users (" + String.join(", ", changes) + "); CHANGELOG.md does not name `"
                        + name + "` under Unreleased");
            }
        });
        return untold;
    }

    private static String changelog() {
        return Repository.text(Repository.ROOT.resolve("CHANGELOG.md"));
    }

    private static String unreleased(String changelog) {
        String rest = changelog.substring(changelog.indexOf("## Unreleased\n") + "## Unreleased\n".length());
        int next = rest.indexOf("\n## ");
        return next < 0 ? rest : rest.substring(0, next);
    }

    private static List<JApiCmpArchive> archives(Map<String, byte[]> jars) {
        List<JApiCmpArchive> archives = new ArrayList<>();
        jars.forEach((module, jar) -> archives.add(new JApiCmpArchive(jar, module, "0")));
        return archives;
    }

    private static Map<String, byte[]> recorded() throws IOException {
        Map<String, byte[]> jars = new TreeMap<>();
        try (Stream<Path> files = Files.list(BASELINE)) {
            for (Path file : files.toList()) {
                jars.put(file.getFileName().toString().replace(".jar", ""), Files.readAllBytes(file));
            }
        }
        return jars;
    }

    /** What the modules of this build offer: those that say so, which the examples and benchmarks do not. */
    private static Map<String, byte[]> offered() throws IOException {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        for (String module : Repository.modules()) {
            Path descriptor = Repository.ROOT.resolve(module).resolve("src/main/java/module-info.java");
            if (Files.exists(descriptor)) {
                Set<String> exported = EXPORT.matcher(Repository.text(descriptor))
                        .results()
                        .map(found -> found.group(1).replace('.', '/'))
                        .collect(Collectors.toSet());
                jars.put(module, Api.of(Repository.ROOT.resolve(module).resolve("target/classes"), exported));
            }
        }
        assertThat(jars).containsKeys("safety-core", "safety-roster", "safety-alerting");
        return jars;
    }

    private interface Change {
        CtClass apply(CtClass type) throws Exception;
    }

    private static byte[] changed(byte[] jar, String type, Change change) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String name = entry.getName();
                if (name.equals(type.replace('.', '/') + ".class")) {
                    CtClass made = change.apply(new ClassPool(true).makeClass(new ByteArrayInputStream(content)));
                    content = made.toBytecode();
                    name = made.getName().replace('.', '/') + ".class";
                }
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
