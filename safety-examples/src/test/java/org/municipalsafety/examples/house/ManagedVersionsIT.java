/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.roster.resolution.Rota;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A program that uses the library as a plain dependency works with the versions that Spring Boot manages, and with the
 * oldest parser that may come.
 *
 * <p>For each set of versions Maven resolves what our poms ask for under that management, as it does for a user; the
 * program is compiled and run with what it found and with our own jars.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManagedVersionsIT {

    /** Sets of versions: what is imported, and before it what is set by hand. */
    private static final Map<String, List<String>> SETS = new LinkedHashMap<>();

    static {
        SETS.put(
                "boot-3-5",
                List.of("org.springframework.boot:spring-boot-dependencies:${spring-boot-3-5.version}:pom"));
        SETS.put(
                "boot-4-0",
                List.of("org.springframework.boot:spring-boot-dependencies:${spring-boot-4-0.version}:pom"));
        SETS.put(
                "boot-4-1",
                List.of("org.springframework.boot:spring-boot-dependencies:${spring-boot-4-1.version}:pom"));
        SETS.put(
                "oldest-parser",
                List.of(
                        "tools.jackson.core:jackson-core:${jackson-oldest.version}:jar",
                        "org.springframework.boot:spring-boot-dependencies:${spring-boot-4-0.version}:pom"));
    }

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

    @TempDir
    Path folder;

    private final String root = Repository.text(Repository.ROOT.resolve("pom.xml"));

    @Test
    void theLibraryLivesWithTheVersionsThatFrameworksManage() throws Exception {
        Map<String, String> classPaths = resolve();
        Path documents = Files.createDirectories(folder.resolve("documents"));
        for (String name : List.of("directory.json", "rota.json", "alerting.json", "contacts.json")) {
            try (InputStream shipped =
                    getClass().getResourceAsStream("/org/municipalsafety/examples/norrkoping/" + name)) {
                Files.copy(requireNonNull(shipped, name), documents.resolve(name));
            }
        }
        AtomicInteger mails = new AtomicInteger();
        SMTPServer server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler((context, from, to, data) -> mails.incrementAndGet())
                .build();
        server.start();
        Map<String, String> said = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> set : classPaths.entrySet()) {
                Path work = Files.createDirectories(folder.resolve(set.getKey() + "-work"));
                said.put(set.getKey(), run(set.getValue(), documents, work, server.getPortAllocated()));
            }
        } finally {
            server.stop();
        }
        assertThat(said.get("boot-3-5"))
                .contains(
                        "channels ",
                        "duty [",
                        "/id: found 2.5, expected a text.",
                        "/zone: found \"Mars\"",
                        "a second field of the same name",
                        "violations 1 0",
                        "disagreements []",
                        "sent to bok SENT")
                .doesNotContain("Exception", "Error:");
        assertThat(said.get("boot-3-5").split("a text beyond the limits, or with content after its end", -1))
                .as("levels, content after the end, the length of a text")
                .hasSize(4);
        said.forEach((set, text) -> assertThat(text).as(set).isEqualTo(said.get("boot-3-5")));
        assertThat(mails).hasValue(SETS.size());
    }

    /** What our poms ask for, under each management. */
    private Map<String, String> resolve() throws IOException, InterruptedException {
        List<String> ours = new ArrayList<>();
        for (String module : List.of("safety-core", "safety-roster", "safety-alerting")) {
            Matcher found = DEPENDENCY.matcher(Repository.text(Repository.ROOT.resolve(module + "/pom.xml")));
            while (found.find()) {
                if (!found.group(1).contains("<scope>test") && !found.group(1).contains("org.municipalsafety")) {
                    ours.add(found.group());
                }
            }
        }
        assertThat(ours).as("dependencies of the library").hasSizeBetween(4, 20);
        // What a program that wants its configurations validated adds, as Spring Boot's own starter does.
        ours.add(dependency("org.hibernate.validator:hibernate-validator::jar"));
        ours.add(dependency("org.apache.tomcat.embed:tomcat-embed-el::jar"));

        String managed = between(root, "<dependencyManagement>", "</dependencyManagement>")
                .replaceAll("(?s)<dependency>\\s*<groupId>org.municipalsafety</groupId>.*?</dependency>", "");
        project("ours", "<dependencyManagement>" + properties(managed) + "</dependencyManagement>");
        SETS.forEach((set, imports) -> project(
                set,
                "<dependencyManagement><dependencies>"
                        + imports.stream().map(this::dependency).collect(Collectors.joining())
                        + dependency("house:ours:1:pom")
                        + "</dependencies></dependencyManagement><dependencies>"
                        + ours.stream().distinct().collect(Collectors.joining()) + "</dependencies>"));
        project(
                ".",
                "<modules><module>ours</module>"
                        + SETS.keySet().stream()
                                .map(set -> "<module>" + set + "</module>")
                                .collect(Collectors.joining())
                        + "</modules>");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("safety.maven"), "bin", "mvn").toString(),
                "-B",
                "-q",
                "-ntp",
                "-Dmaven.repo.local=" + System.getProperty("safety.localRepository"),
                "org.apache.maven.plugins:maven-dependency-plugin:" + pluginVersion("maven-dependency-plugin")
                        + ":build-classpath",
                "-Dmdep.outputFile=classpath.txt",
                "-Dmdep.includeScope=runtime"));
        if ("is true".equals(System.getProperty("safety.offline"))) {
            command.add("-o");
        }
        String out = output(command, folder.resolve("projects"), 0);
        Map<String, String> classPaths = new LinkedHashMap<>();
        for (String set : SETS.keySet()) {
            Path file = folder.resolve("projects").resolve(set).resolve("classpath.txt");
            assertThat(file).as(out).isNotEmptyFile();
            classPaths.put(set, Files.readString(file).strip());
        }
        System.out.println(versions(classPaths));
        return classPaths;
    }

    /** Compiles the program with our jars and what was resolved, and runs it. */
    private String run(String managed, Path documents, Path work, int port) throws IOException, InterruptedException {
        String classPath = Stream.concat(
                        Stream.of(Documents.class, Rota.class, AlertEngine.class)
                                .map(ManagedVersionsIT::place),
                        Stream.of(managed))
                .collect(Collectors.joining(File.pathSeparator));
        Path classes = Files.createDirectories(work.resolve("classes"));
        Path source = Path.of("src/test/java", Application.class.getName().replace('.', '/') + ".java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter faults = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean sound = compiler.getTask(
                            faults,
                            files,
                            null,
                            List.of("--release", "17", "-proc:none", "-classpath", classPath, "-d", classes.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(sound).as(faults.toString()).isTrue();
        }
        return output(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes + File.pathSeparator + classPath,
                        Application.class.getName(),
                        documents.toString(),
                        work.toString(),
                        Integer.toString(port)),
                work,
                0);
    }

    private static String output(List<String> command, Path in, int exit) throws IOException, InterruptedException {
        Path out = Files.createTempFile(in, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int code = process.waitFor();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(exit);
        return said;
    }

    private void project(String name, String content) {
        String id = name.equals(".") ? "all" : name;
        String packaging = name.equals(".") || name.equals("ours") ? "pom" : "jar";
        try {
            Path place = Files.createDirectories(
                    folder.resolve("projects").resolve(name).normalize());
            Files.writeString(
                    place.resolve("pom.xml"),
                    "<project><modelVersion>4.0.0</modelVersion><groupId>house</groupId><artifactId>" + id
                            + "</artifactId><version>1</version><packaging>" + packaging + "</packaging>" + content
                            + "</project>");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** From {@code group:artifact:version:type}; one of the type pom is imported. */
    private String dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        String version = parts[2].isEmpty() ? "" : "<version>" + properties(parts[2]) + "</version>";
        String kind = parts[3].equals("pom") ? "<type>pom</type><scope>import</scope>" : "";
        return "<dependency><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId>" + version
                + kind + "</dependency>";
    }

    /** Properties stand in the root pom alone. */
    private String properties(String text) {
        return Pattern.compile("\\$\\{([^}]+)}")
                .matcher(text)
                .replaceAll(found -> between(root, "<" + found.group(1) + ">", "</" + found.group(1) + ">"));
    }

    private String pluginVersion(String plugin) {
        return between(
                between(root, "<artifactId>" + plugin + "</artifactId>", "</plugin>"), "<version>", "</version>");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        return text.substring(from + start.length(), text.indexOf(end, from));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was tried with what, for the build's log. */
    private static String versions(Map<String, String> classPaths) {
        StringBuilder text = new StringBuilder();
        classPaths.forEach((set, path) -> text.append(set)
                .append(": ")
                .append(Stream.of(path.split(File.pathSeparator))
                        .map(jar -> Path.of(jar).getFileName().toString())
                        .filter(jar -> jar.matches("(jackson|sqlite|angus-mail|hibernate|jakarta.validation).*"))
                        .collect(Collectors.joining(", ")))
                .append('\n'));
        return text.toString();
    }
}
