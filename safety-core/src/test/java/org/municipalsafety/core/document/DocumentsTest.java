/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.text.LocalizedText;

class DocumentsTest {

    enum Colour {
        GREEN,
        YELLOW,
        RED
    }

    record Level(String name, int staff, Colour colour, Instant from, String phone, List<String> tasks) {}

    private static Field<Level> level(Fields in) {
        var name = in.required("name", Node::text);
        var staff = in.required("staff", node -> node.integer(1, 99));
        var colour = in.required("colour", node -> node.oneOf(Colour.class));
        var from = in.required("from", Node::instant);
        var phone = in.required("phone", node -> node.secret().text().map("a number", DocumentsTest::phone));
        var tasks = in.list("tasks", Node::text);
        return in.build(() -> new Level(name.get(), staff.get(), colour.get(), from.get(), phone.get(), tasks.get()));
    }

    private static String phone(String text) {
        if (!text.startsWith("011")) {
            throw new IllegalArgumentException("The number " + text + " does not begin with 011.");
        }
        return text;
    }

    static Level read(byte[] content) {
        return Documents.read(content, "level.json", "level", 1, DocumentsTest::level);
    }

    private static final String GOOD = """
            {"document": "level", "version": 1, "name": "Grön", "staff": 2, "colour": "GREEN",
             "from": "2026-11-26T14:00:00+01:00", "phone": "011-15 00 00", "tasks": ["a", "b"]}""";

    private static List<Fault> faults(String json) {
        return faults(json.getBytes(UTF_8));
    }

    private static List<Fault> faults(byte[] content) {
        InvalidDocumentException refused = catchThrowableOfType(InvalidDocumentException.class, () -> read(content));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.source()).isEqualTo("level.json");
        assertThat(refused.getMessage()).contains("level.json");
        assertThat(refused.getCause()).isNull();
        return refused.faults();
    }

    private static Fault fault(String json) {
        List<Fault> all = faults(json);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void D1_aGoodDocumentIsRead() {
        assertThat(read(GOOD.getBytes(UTF_8)))
                .isEqualTo(new Level(
                        "Grön",
                        2,
                        Colour.GREEN,
                        Instant.parse("2026-11-26T13:00:00Z"),
                        "011-15 00 00",
                        List.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // what is written instead;           by what;                pointer;   found;                 hint
                "\"staff\": 2;                         \"staff\": 2.9;         /staff;    2.9;                   ",
                "\"staff\": 2;                         \"staff\": 2.0;         /staff;    2.0;                   ",
                "\"staff\": 2;                         \"staff\": 2e0;         /staff;    2.0;                   ",
                "\"staff\": 2;                         \"staff\": \"2\";       /staff;    \"2\";                 ",
                "\"staff\": 2;                         \"staff\": true;        /staff;    true;                  ",
                "\"staff\": 2;                         \"staff\": null;        /staff;    null;                  ",
                "\"staff\": 2;                         \"staff\": 0;           /staff;    0;                     ",
                "\"staff\": 2;                         \"staff\": 100;         /staff;    100;                   ",
                "\"staff\": 2;                         \"staff\": 4294967298;  /staff;    4294967298;            ",
                "\"staff\": 2;                         \"staff\": 18446744073709551618; /staff; 18446744073709551618;",
                "\"staff\": 2;                         \"staff\": [2];         /staff;    a list;                ",
                "\"colour\": \"GREEN\";                \"colour\": 0;          /colour;   0;                     ",
                "\"colour\": \"GREEN\";                \"colour\": \"0\";      /colour;   \"0\";                 ",
                "\"colour\": \"GREEN\";                \"colour\": \"Green\";  /colour;   \"Green\";   Maybe GREEN was meant.",
                "\"colour\": \"GREEN\";                \"colour\": \"YELOW\";  /colour;   \"YELOW\";   Maybe YELLOW was meant.",
                "\"name\": \"Grön\";                   \"name\": 7;            /name;     7;                 Maybe quotes are missing.",
                "\"name\": \"Grön\";                   \"name\": \" \";        /name;     \" \";                 ",
                "\"name\": \"Grön\";                   \"name\": null;         /name;     null;                  ",
                "\"name\": \"Grön\";                   \"name\": {};           /name;     an object;             ",
                "\"name\": \"Grön\";                   \"name\": \"\\ud83d\";  /name;     \" \";                 *",
                "\"2026-11-26T14:00:00+01:00\";        1795698000;             /from;     1795698000;             *",
                "\"2026-11-26T14:00:00+01:00\";        \"2026-11-26T14:00:00\"; /from;    \"2026-11-26T14:00:00\"; ",
                "\"2026-11-26T14:00:00+01:00\";        \"2026-02-30T14:00:00Z\"; /from;   \"2026-02-30T14:00:00Z\"; ",
                "[\"a\", \"b\"];                       \"a\";                  /tasks;    \"a\";        Maybe brackets are missing: [ … ].",
                "[\"a\", \"b\"];                       [\"a\", 2];             /tasks/1;  2;                 Maybe quotes are missing.",
                "[\"a\", \"b\"];                       null;                   /tasks;    null;       Maybe brackets are missing: [ … ]."
            })
    void D1_aWrongValueIsNamedAtItsPlace(String good, String bad, String pointer, String found, String maybe) {
        assertThat(GOOD).contains(good);
        Fault fault = fault(GOOD.replace(good, bad));
        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.found()).isEqualTo(found);
        if (!"*".equals(maybe)) {
            assertThat(fault.maybe()).isEqualTo(Optional.ofNullable(maybe));
        }
    }

    @Test
    void D1_anUnknownFieldIsAFaultWithAHint() {
        Fault fault = fault(GOOD.replace("\"tasks\"", "\"taks\""));
        assertThat(fault.pointer()).isEqualTo("/taks");
        assertThat(fault.found()).isEqualTo("the unknown field taks");
        assertThat(fault.expected()).contains("tasks").contains("name");
        assertThat(fault.maybe()).contains("Maybe tasks was meant.");
    }

    @Test
    void D1_aMissingFieldIsAFaultOfItsObject() {
        Fault fault = fault(GOOD.replace("\"staff\": 2, ", ""));
        assertThat(fault.pointer()).isEmpty();
        assertThat(fault.found()).isEqualTo("no field staff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"staff\": 3", "\"st\\u0061ff\": 3", "\"staff\": 2"})
    void D1_aFieldGivenTwiceIsAFault(String again) {
        Fault fault = fault(GOOD.replace("\"staff\": 2", "\"staff\": 2, " + again));
        assertThat(fault.found()).contains("a second field of the same name").contains("line 1");
        assertThat(fault.expected()).isEqualTo("each field once");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1", " {}", "}", " x", " \"hemligt\"", ",", "\u0000"})
    void D1_contentAfterTheEndIsAFault(String tail) {
        assertThat(fault(GOOD + tail).toString()).doesNotContain("hemligt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"level\";    \"rota\";     the document kind \"rota\"",
                "\"version\": 1; \"version\": 2; version 2",
            })
    void D1_anotherKindOrVersionIsTheOnlyFault(String good, String bad, String found) {
        assertThat(fault(GOOD.replace(good, bad).replace("\"staff\": 2", "\"staff\": \"x\""))
                        .found())
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"level\";      7;                /document",
                "\"version\": 1; \"version\": \"1\"; /version",
                "\"version\": 1; \"version\": 1.0; /version",
                "\"version\": 1; \"version\": 0;   /version"
            })
    void D1_kindAndVersionAreReadAsStrictly(String good, String bad, String pointer) {
        assertThat(faults(GOOD.replace(good, bad))).extracting(Fault::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"a\":}",
                "{'a': 1}",
                "{a: 1}",
                "// nothing\n{}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "tru",
                "\\",
                "{\"a\": \"\n\"}",
                "{\"a\": 1,}",
                "\"",
                "{\"a\": +1}",
                "{\"a\": .5}",
                "{\"a\" 1}"
            })
    void D1_whatIsNoJsonIsOneFaultWithItsPlace(String text) {
        Fault fault = fault(text);
        assertThat(fault.pointer()).isEmpty();
        assertThat(fault.found()).contains("line ");
        assertThat(fault.toString()).doesNotContain("tools.jackson").doesNotContain("Unexpected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\t", "\uFEFF", "\uFEFF  "})
    void D1_anEmptyFileHoldsNothing(String text) {
        Fault fault = fault(text);
        assertThat(fault.toString()).isEqualTo("the document: found nothing, expected an object.");
    }

    @Test
    void D1_aByteOrderMarkOfUtf8IsNoFault() {
        assertThat(read(("\uFEFF" + GOOD).getBytes(UTF_8)).name()).isEqualTo("Grön");
    }

    @Test
    void D1_otherEncodingsAreRefusedAndNamed() {
        List<byte[]> others = new ArrayList<>();
        others.add(GOOD.getBytes(ISO_8859_1));
        others.add(GOOD.getBytes(UTF_16));
        others.add(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
        others.add(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'});
        others.add(new byte[] {'"', (byte) 0xF8, '"'});
        for (byte[] other : others) {
            List<Fault> faults = faults(other);
            assertThat(faults).hasSize(1);
            assertThat(faults.get(0).found()).isEqualTo("bytes that are not UTF-8");
        }
        assertThat(faults("{}".getBytes(UTF_16BE))).hasSize(1);
    }

    @Test
    void D1_tenThousandLevelsAreRefusedQuickly() {
        for (String open : new String[] {"[", "{\"a\":"}) {
            Fault fault = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> fault(open.repeat(10_000)));
            assertThat(fault.found()).contains("beyond the limits");
        }
        assertThat(fault("[".repeat(40) + "]".repeat(40)).found()).isEqualTo("a list");
        assertThat(fault("[".repeat(41) + "]".repeat(41)).found()).contains("beyond the limits");
    }

    @Test
    void D1_tooManyBytesAreRefusedUnread() {
        byte[] big = " ".repeat(9 * 1024 * 1024).getBytes(UTF_8);
        assertThat(faults(big).get(0).found()).isEqualTo("9437184 bytes");
    }

    @Test
    void D1_nineMebibytesInAFileAreRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("big.json");
        Files.write(file, new byte[9 * 1024 * 1024]);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Documents.read(file, "level", 1, DocumentsTest::level))
                .withMessageContaining("big.json has a fault")
                .withMessageContaining("bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "-1e999999999", "1e-999999999", "999999999999999999999999999999", "1E400", "-0"})
    void D1_hugeNumbersAreFaultsOfTheirPlace(String number) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(fault(GOOD.replace("\"staff\": 2", "\"staff\": " + number))
                                .pointer())
                        .isEqualTo("/staff"));
    }

    @Test
    void D1_aNumberOfAMillionDigitsIsRefused() {
        assertThat(fault(GOOD.replace("\"staff\": 2", "\"staff\": " + "9".repeat(1_000_000)))
                        .found())
                .contains("beyond the limits");
    }

    @Test
    void D1_fiftyFaultsAreAllNamedAtTheirPlaces() {
        String bad = IntStream.range(0, 50).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        List<Fault> faults = faults(GOOD.replace("\"a\", \"b\"", bad));
        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "/tasks/" + i).toList());
        InvalidDocumentException refused = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> read(GOOD.replace("\"a\", \"b\"", bad).getBytes(UTF_8)));
        assertThat(refused.getMessage()).startsWith("The document level.json has 50 faults:\n  /tasks/0: ");
        assertThat(refused.faults()).isUnmodifiable();
    }

    @Test
    void D1_differentFaultsAreNamedTogether() {
        assertThat(faults("""
                        {"document": "level", "version": 1, "name": 1, "staff": 0, "colour": "BLUE", "from": 5,
                         "phone": "x", "tasks": [null, "a", 3], "extra": 1, "more": {"deep": []}}"""))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/name", "/staff", "/colour", "/from", "/phone", "/tasks/0", "/tasks/2", "/extra", "/more");
    }

    @Test
    void D1_pointersAreEscaped() {
        assertThat(fault(GOOD.replace("\"tasks\"", "\"a/b~c\"")).pointer()).isEqualTo("/a~1b~0c");
        Function<Node, Field<List<String>>> none = node -> node.list(Node::text);
        InvalidDocumentException refused = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> Documents.read(
                        "{\"document\": \"m\", \"version\": 1, \"m\": {\"~1\": [1], \"\": [2]}}".getBytes(UTF_8),
                        "m",
                        "m",
                        1,
                        in -> {
                            var map = in.required("m", node -> node.map(none::apply));
                            return in.build(map::get);
                        }));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/m/~01/0", "/m//0");
    }

    private interface Function<A, B> {
        B apply(A a);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"070-123 45 67\"",
                "701234567",
                "{\"070-123 45 67\": 1}",
                "[\"070-123 45 67\"]",
                "true",
                "\"\"",
                "701234567.5"
            })
    void A7_aSecretIsNotRepeatedWhateverIsWrongWithIt(String value) {
        InvalidDocumentException refused = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> read(GOOD.replace("\"011-15 00 00\"", value).getBytes(UTF_8)));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/phone");
        assertThat(refused.getMessage()).doesNotContain("123 45 67").doesNotContain("701234567");
        assertThat(refused.faults().toString()).doesNotContain("123 45 67").doesNotContain("701234567");
    }

    @Test
    void A7_aSecretBesideASyntaxErrorIsNotRepeated() {
        for (String broken : new String[] {
            GOOD.replace("\"011-15 00 00\"", "\"070-123 45 67"),
            GOOD.replace("\"011-15 00 00\"", "070-123 45 67"),
            GOOD.replace("\"011-15 00 00\"", "\"070-123 45 67\" x"),
            GOOD.replace("\"phone\"", "\"070-123 45 67\": 1, \"070-123 45 67\"")
        }) {
            InvalidDocumentException refused =
                    catchThrowableOfType(InvalidDocumentException.class, () -> read(broken.getBytes(UTF_8)));
            assertThat(refused.getMessage()).doesNotContain("123 45 67").doesNotContain("070");
        }
    }

    @Test
    void D1_controlCharactersDoNotReachTheMessage() {
        String nasty = "\\u001b[2J\\n\\r\\u0007\\u202e\\u2028\\u0085";
        for (String bad : new String[] {
            GOOD.replace("\"GREEN\"", "\"" + nasty + "\""),
            GOOD.replace("\"tasks\"", "\"" + nasty + "\""),
            GOOD.replace("\"level\"", "\"" + nasty + "\""),
            "{\"document\": \"t\", \"version\": 1, \"t\": {\"" + nasty + "\": \"a\"}}",
            "{\"document\": \"t\", \"version\": 1, \"t\": {\"" + nasty + "\": 1}}"
        }) {
            InvalidDocumentException refused = catchThrowableOfType(
                    InvalidDocumentException.class,
                    () -> Documents.read(bad.getBytes(UTF_8), "x", bad.contains("\"t\"") ? "t" : "level", 1, in -> {
                        if (in.has("t")) {
                            var text = in.required("t", Node::localizedText);
                            return in.build(() -> text.get().toString());
                        }
                        return level(in).map("a level", Level::name);
                    }));
            assertThat(refused.getMessage().lines().skip(1))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.codePoints()
                                    .noneMatch(c -> Character.isISOControl(c)
                                            || Character.getType(c) == Character.FORMAT
                                            || Character.getType(c) == Character.LINE_SEPARATOR))
                            .as(line)
                            .isTrue());
            assertThat(refused.getMessage().lines().count()).isLessThan(4);
        }
    }

    @Test
    void D1_longValuesAreCut() {
        String longText = "å😀".repeat(2_000);
        for (String bad : new String[] {
            GOOD.replace("\"GREEN\"", "\"" + longText + "\""),
            GOOD.replace("\"level\"", "\"" + longText + "\""),
            GOOD.replace("\"2026-11-26T14:00:00+01:00\"", "\"" + longText + "\""),
            GOOD.replace("\"tasks\"", "\"" + "å😀".repeat(330) + "\"")
        }) {
            Fault fault = fault(bad);
            assertThat(fault.found()).contains("…").hasSizeLessThan(150);
            assertThat(fault.toString()).hasSizeLessThan(1_500);
            assertThat(UTF_8.newEncoder().canEncode(fault.toString())).isTrue();
        }
        assertThat(fault(GOOD.replace("\"tasks\"", "\"" + "x".repeat(900) + "\""))
                        .pointer())
                .as("the pointer itself stays exact")
                .isEqualTo("/" + "x".repeat(900));
        assertThat(fault(GOOD.replace("\"a\"", "\"" + "x".repeat(10_001) + "\""))
                        .pointer())
                .isEqualTo("/tasks/0");
        assertThat(read(GOOD.replace("\"a\"", "\"" + "x".repeat(10_000) + "\"").getBytes(UTF_8))
                        .tasks()
                        .get(0))
                .hasSize(10_000);
    }

    @Test
    void D1_aFloodOfFaultsEndsQuickly() {
        StringBuilder flood = new StringBuilder("{\"document\": \"level\", \"version\": 1");
        for (int i = 0; flood.length() < 7_000_000 && i < 50_000; i++) {
            flood.append(", \"personnummer-och-namn-").append(i).append("\": 1");
        }
        byte[] content = flood.append('}').toString().getBytes(UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            InvalidDocumentException refused =
                    catchThrowableOfType(InvalidDocumentException.class, () -> read(content));
            assertThat(refused.faults().size()).isGreaterThan(40_000);
            assertThat(refused.getMessage().length()).as("a message for people").isLessThan(100_000);
            assertThat(refused.getMessage()).endsWith(" more");
        });
    }

    @Test
    void D1_messagesAreTheSameWhateverTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(fault(GOOD.replace("\"staff\": 2", "\"staff\": 100")).expected())
                    .isEqualTo("a whole number from 1 to 99");
            assertThat(fault("{").found()).contains("line 1, column 2");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void D1_aMissingFileIsNoFaultOfADocument(@TempDir Path folder) {
        for (Path path : List.of(folder.resolve("none.json"), folder)) {
            assertThatExceptionOfType(SafetyException.class)
                    .isThrownBy(() -> Documents.read(path, "level", 1, DocumentsTest::level))
                    .isNotInstanceOf(InvalidDocumentException.class)
                    .withMessageContaining("Maybe");
        }
    }

    @Test
    void D1_localizedTextNamesTheLanguageAtFault() {
        InvalidDocumentException refused = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> Documents.read(
                        "{\"document\": \"t\", \"version\": 1, \"t\": {\"sv\": \"a\", \"en\": 1, \"fi\": \"\"}}"
                                .getBytes(UTF_8),
                        "t",
                        "t",
                        1,
                        in -> {
                            Field<LocalizedText> text = in.required("t", Node::localizedText);
                            return in.build(text::get);
                        }));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/t/en", "/t/fi");
    }

    @Test
    void D1_replacingAFileLeavesTheOldOneOrTheNewOne(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("lägesbild.json");
        Documents.replace(file, "först");
        Documents.replace(file, "sedan å");
        assertThat(file).hasContent("sedan å");
        assertThat(names(folder)).containsExactly("lägesbild.json");

        assertThatExceptionOfType(SafetyException.class)
                .isThrownBy(() -> Documents.replace(file, "half a character \ud83d"))
                .withMessageContaining("cannot be written");
        assertThat(file).hasContent("sedan å");
        assertThat(names(folder)).as("nothing is left behind").containsExactly("lägesbild.json");

        Path missing = folder.resolve("none").resolve("x.json");
        assertThatExceptionOfType(SafetyException.class)
                .isThrownBy(() -> Documents.replace(missing, "x"))
                .withMessageContaining("Maybe its folder is missing");

        Path occupied = Files.createDirectories(folder.resolve("folder.json/full"));
        assertThatExceptionOfType(SafetyException.class).isThrownBy(() -> Documents.replace(occupied.getParent(), "x"));
        assertThat(names(folder)).containsExactly("folder.json", "lägesbild.json");
    }

    @Test
    void D1_writersAtOnceNeverShowAHalfFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("many.json");
        Documents.replace(file, "0".repeat(200_000));
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String own = Integer.toString(writer).repeat(200_000);
                work.add(() -> {
                    for (int i = 0; i < 100; i++) {
                        Documents.replace(file, own);
                    }
                    return true;
                });
            }
            work.add(() -> {
                for (int i = 0; i < 400; i++) {
                    String seen = Files.readString(file);
                    assertThat(seen.length()).isEqualTo(200_000);
                    assertThat(seen.chars().distinct().count()).isEqualTo(1);
                }
                return true;
            });
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names(folder)).containsExactly("many.json");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
