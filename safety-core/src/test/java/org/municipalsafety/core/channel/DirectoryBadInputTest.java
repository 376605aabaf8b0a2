/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;

/** D1: what is refused, each fault with its place, all of a document's at once, and in bounded time. */
class DirectoryBadInputTest {

    private static final String PLAIN = """
            "name":{"sv":"x"},"audience":"PUBLIC","modality":"VOICE","endpoint":{"number":"011-15 00 00"}""";
    private static final String OPEN = "{\"days\":[\"MONDAY\"],\"open\":[\"08:00-16:00\"]}";

    private static String channel(String id, String parts) {
        return "{\"id\":\"" + id + "\"," + parts + "}";
    }

    private static String week(String... rules) {
        return "\"availability\":{\"week\":[" + String.join(",", rules) + "]}";
    }

    private static String on(String day, String spans) {
        return "{\"days\":[\"" + day + "\"],\"open\":[" + spans + "]}";
    }

    private static String directory(String... channels) {
        return """
                {"document":"directory","version":1,
                 "municipality":{"code":"0581","name":{"sv":"Norrköping"},"zone":"Europe/Stockholm"},
                 "channels":[%s]}""".formatted(String.join(",", channels));
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(
                        InvalidDocumentException.class,
                        () -> DirectoryDocument.read(text.getBytes(StandardCharsets.UTF_8), "bad.json"))
                .faults();
    }

    private static Arguments row(String name, String pointer, String found, String... channels) {
        return Arguments.of(name, pointer, found, directory(channels));
    }

    static Stream<Arguments> single() {
        String availability = "/channels/0/availability";
        return Stream.of(
                row(
                        "overlapping spans in one rule",
                        availability + "/week/0/open/1",
                        "which overlaps 08:00-12:00",
                        channel("a", PLAIN + "," + week(on("MONDAY", "\"08:00-12:00\",\"11:59-13:00\"")))),
                row(
                        "overlap of open and unknown",
                        availability + "/week/0/unknown/0",
                        "which overlaps 08:00-12:00",
                        channel(
                                "a",
                                PLAIN
                                        + ",\"availability\":{\"week\":[{\"days\":[\"MONDAY\"],\"open\":[\"08:00-12:00\"],"
                                        + "\"unknown\":[\"11:00-13:00\"]}]}")),
                row(
                        "an end before its start",
                        availability + "/week/0/open/0",
                        "16:00-08:00",
                        channel("a", PLAIN + "," + week(on("MONDAY", "\"16:00-08:00\"")))),
                row(
                        "hours past 48:00",
                        availability + "/week/0/open/0",
                        "16:00-48:01",
                        channel("a", PLAIN + "," + week(on("MONDAY", "\"16:00-48:01\"")))),
                row(
                        "a via loop",
                        "/channels/0",
                        "a → b → a",
                        channel("a", PLAIN + ",\"via\":\"b\"," + week(OPEN)),
                        channel("b", PLAIN + ",\"via\":\"a\"," + week(OPEN))),
                row(
                        "a loop of via and outside",
                        "/channels/0",
                        "a → b → a",
                        channel("a", PLAIN + ",\"via\":\"b\"," + week(OPEN)),
                        channel("b", PLAIN + ",\"availability\":{\"outside\":\"a\"}")),
                row(
                        "an unknown day class",
                        availability + "/dayClasses/0/class",
                        "FEAST_DAY",
                        channel(
                                "a",
                                PLAIN + ",\"availability\":{\"dayClasses\":[{\"class\":\"FEAST_DAY\",\"open\":[]}]}")),
                row(
                        "a phone number that is neither kind",
                        "/channels/0/endpoint/number",
                        "12345",
                        channel("a", PLAIN.replace("011-15 00 00", "12345") + "," + week(OPEN))),
                row(
                        "a short code as a geographic number",
                        "/channels/0/endpoint/number",
                        "112",
                        channel("a", PLAIN.replace("011-15 00 00", "112") + "," + week(OPEN))),
                row(
                        "a fallback that leads round",
                        "/channels/0/fallback",
                        "a → b → a",
                        channel("a", PLAIN + ",\"fallback\":[{\"channel\":\"b\"}]," + week(OPEN)),
                        channel("b", PLAIN + ",\"fallback\":[{\"channel\":\"a\"}]," + week(OPEN))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("single")
    void D1_oneFaultAtItsPlace(String name, String pointer, String found, String text) {
        assertThat(faults(text)).as(name).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.found()).contains(found);
        });
    }

    /** Faults of parts, of parts beside each other in one rule, and between channels: nobody mends them one by one. */
    @Test
    void D1_faultsOfPartsAndBetweenPartsComeAllAtOnce() {
        String text = directory(
                        channel(
                                "a",
                                PLAIN.replace("011-15 00 00", "12345") + ",\"via\":\"b\","
                                        + week(on(
                                                "MONDAY",
                                                "\"10:00-09:00\",\"08:00-12:00\",\"11:00-13:00\",\"20:00-48:01\""))),
                        channel("b", PLAIN + """
                                        ,"via":"c","languages":["sv","på svenska"],
                                        "availability":{
                                          "week":[{"days":["MONDAY"],"open":["24:00-25:00"]},
                                                  {"days":["MONDAY"],"open":[]}],
                                          "dayClasses":[{"class":"FEAST_DAY","open":"never"},
                                                        {"class":"RED_DAY","open":["8-16"]},
                                                        {"class":"RED_DAY","open":[]}],
                                          "movable":[{"easter":1,"open":["x"]},{"easter":1,"open":[]},
                                                     {"weekday":"MONDAY","nth":0,"month":"MARS","open":[]}],
                                          "dates":[{"first":"2026-12-24","last":"2026-12-01","open":["x"]},
                                                   {"first":"2027-01-01","last":"2027-01-06","open":["x"]},
                                                   {"first":"2027-01-06","open":[]}],
                                          "seasons":[{"first":"06-01","last":"08-31","week":"all"},
                                                     {"first":"08-31","last":"09-30","week":[]}]}"""),
                        channel(
                                "c",
                                PLAIN.replace("VOICE", "EMAIL") + ",\"via\":\"a\",\"name2\":1,\"fallback\":["
                                        + "{\"channel\":\"nowhere\"},{\"instruction\":{}},{}," + "{\"channel\":\"c\"}],"
                                        + week("{\"days\":[]}")))
                .replace("\"0581\"", "\"581\"")
                .replace("Europe/Stockholm", "Europe/Norrköping");
        String b = "/channels/1/availability";
        assertThat(faults(text))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/municipality/code",
                        "/municipality/zone",
                        "/channels/0",
                        "/channels/0/endpoint/number",
                        "/channels/0/availability/week/0/open/0",
                        "/channels/0/availability/week/0/open/2",
                        "/channels/0/availability/week/0/open/3",
                        "/channels/1/languages/1",
                        b + "/week/0/open/0",
                        b + "/week/1/days",
                        b + "/dayClasses/0/class",
                        b + "/dayClasses/0/open",
                        b + "/dayClasses/1/open/0",
                        b + "/dayClasses/2/class",
                        b + "/movable/0/open/0",
                        b + "/movable/1",
                        b + "/movable/2/nth",
                        b + "/movable/2/month",
                        b + "/dates/0/last",
                        b + "/dates/0/open/0",
                        b + "/dates/1/open/0",
                        b + "/dates/2",
                        b + "/seasons/0/week",
                        b + "/seasons/1",
                        "/channels/2/modality",
                        "/channels/2/name2",
                        "/channels/2/fallback/0/channel",
                        "/channels/2/fallback/1/instruction",
                        "/channels/2/fallback/2",
                        "/channels/2/fallback/2",
                        "/channels/2/fallback/3/channel",
                        "/channels/2/availability/week/0",
                        "/channels/2/availability/week/0/days");
    }

    /** A class or day of one's own is known as soon as its id is, whatever else is wrong in the calendar. */
    @Test
    void D1_aFaultyCalendarHidesNoUnknownClass() {
        String text = directory(
                        channel(
                                "a",
                                PLAIN + ",\"availability\":{\"dayClasses\":["
                                        + "{\"class\":\"COUNCIL_DAY\",\"open\":[]},{\"class\":\"FEAST_DAY\",\"open\":[]}],"
                                        + "\"movable\":[{\"named\":\"council\",\"open\":[]},{\"named\":\"kraftskiva\",\"open\":[]}]}"))
                .replace(
                        "\"channels\"",
                        "\"calendar\":{\"classes\":[{\"id\":\"COUNCIL_DAY\",\"name\":{}}],"
                                + "\"days\":[{\"id\":\"council\",\"class\":\"x\",\"name\":{\"sv\":\"x\"},\"dates\":[]}]},"
                                + "\"channels\"");
        assertThat(faults(text))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/calendar/classes/0/name",
                        "/calendar/days/0/class",
                        "/calendar/days/0/dates",
                        "/channels/0/availability/dayClasses/1/class",
                        "/channels/0/availability/movable/1/named");
        assertThat(faults(text.replace("\"COUNCIL_DAY\",\"name\"", "\"council day\",\"name\"")))
                .extracting(Fault::pointer)
                .doesNotContain("/channels/0/availability/dayClasses/0/class");
    }

    /** What the calendar's parts say together is told though one of them is faulty. */
    @Test
    void D1_aFaultyPartOfACalendarHidesNoContradictionOfTheOthers() {
        String text = directory(channel("a", PLAIN + "," + week(OPEN))).replace("\"channels\"", """
                        "calendar":{
                          "classes":[{"id":"COUNCIL_DAY","name":{}},{"id":"COUNCIL_DAY","name":{"sv":"x"}},
                                     {"id":"RED_DAY","name":{"sv":"x"}}],
                          "days":[{"id":"a","class":"FEAST_DAY","name":{"sv":"x"},"dates":["2026-05-01"]},
                                  {"id":"juldagen","class":"COUNCIL_DAY","name":{"sv":"x"},"dates":["2026-05-01"]},
                                  {"id":"b","class":"COUNCIL_DAY","name":{"sv":"x\\ny"},"dates":["2026-02-30"]},
                                  {"id":"b","class":"of course","name":{"sv":"x"},"dates":[]},
                                  {"id":"c d","class":"RED_DAY","name":{"sv":"x"},"dates":["2026-05-01"]}],
                          "without":["juldagen"]},
                        "channels\"""");
        assertThat(faults(text))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/calendar/classes/0/name",
                        "/calendar/classes/1/id",
                        "/calendar/classes/1",
                        "/calendar/days/0/class",
                        "/calendar/days/1/id",
                        "/calendar/days/2/name",
                        "/calendar/days/2/dates/0",
                        "/calendar/days/3/id",
                        "/calendar/days/3/class",
                        "/calendar/days/3/dates",
                        "/calendar/days/4/id",
                        "/calendar/days/4/class",
                        "/calendar/without/0");
    }

    @Test
    void D1_everyCircleIsTold() {
        assertThat(faults(directory(
                        channel("a", PLAIN + ",\"via\":\"b\"," + week(OPEN)),
                        channel("b", PLAIN + ",\"via\":\"a\",\"availability\":{\"outside\":\"c\"}"),
                        channel("c", PLAIN + ",\"via\":\"b\"," + week(OPEN)),
                        channel("d", PLAIN + ",\"via\":\"d\",\"availability\":{\"outside\":\"a\"}"))))
                .extracting(Fault::pointer, Fault::found)
                .containsExactly(
                        tuple("/channels/0", "hours that depend on themselves: a → b → a"),
                        tuple("/channels/1", "hours that depend on themselves: b → c → b"),
                        tuple("/channels/3", "hours that depend on themselves: d → d"));
    }

    @Test
    void D1_howManyMoreSpansOverlapIsTold() {
        String spans = "\"08:00-12:00\",".repeat(25) + "\"12:00-13:00\"";
        List<Fault> faults = faults(directory(channel("a", PLAIN + "," + week(on("MONDAY", spans)))));
        assertThat(faults).hasSize(21);
        assertThat(faults.get(0).pointer()).isEqualTo("/channels/0/availability/week/0/open/1");
        assertThat(faults.get(20).pointer()).isEqualTo("/channels/0/availability/week/0");
        assertThat(faults.get(20).found()).isEqualTo("4 more spans that overlap one before them");
    }

    /** The advice that helps whoever mistyped. */
    @Test
    void D1_whatIsMissingIsToldWithAllThatMayStandThere() {
        String endpoints = "one of the fields number, shortCode, localCode, email, page";
        String number = "{\"number\":\"011-15 00 00\"}";
        assertThat(faults(directory(channel("a", PLAIN.replace(number, "{}") + "," + week(OPEN)))))
                .extracting(Fault::pointer, Fault::expected)
                .containsExactly(tuple("/channels/0/endpoint", endpoints));
        assertThat(faults(directory(channel("a", PLAIN.replace("\"number\"", "\"numer\"") + "," + week(OPEN)))))
                .extracting(Fault::pointer, fault -> fault.maybe().orElse(null))
                .contains(tuple("/channels/0/endpoint/numer", "Maybe number was meant."));
        assertThat(faults(directory(channel(
                        "a",
                        PLAIN.replace(number, "{\"number\":\"011-15 00 00\",\"shortCode\":\"112\"}") + ","
                                + week(OPEN)))))
                .extracting(Fault::found, Fault::expected)
                .containsExactly(tuple("the fields number, shortCode together", endpoints));
        assertThat(faults(directory(channel("a", PLAIN + ",\"availability\":{}"))))
                .extracting(Fault::pointer, fault -> fault.maybe().orElse(null))
                .containsExactly(
                        tuple("/channels/0/availability", "Maybe it is always closed: then write \"week\": []."));
        assertThat(faults(directory(
                        channel("a", PLAIN + ",\"availability\":{\"movable\":[{\"estaer\":1,\"open\":[]}]}"))))
                .extracting(Fault::pointer, fault -> fault.maybe().orElse(null))
                .containsExactly(
                        tuple("/channels/0/availability/movable/0/estaer", "Maybe easter was meant."),
                        tuple("/channels/0/availability/movable/0", null));
    }

    /** Ten thousand rules within rules are no JSON of ours; ten thousand beside each other are too many. */
    @Test
    void D1_whatIsTooDeepTooLongOrTooManyIsRefusedSoon() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String nested = "{\"week\":[".repeat(10_000) + "]}".repeat(10_000);
            assertThat(faults(directory(channel("a", PLAIN + ",\"availability\":" + nested))))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.expected()).contains("40 levels"));
            String beside = (OPEN + ",").repeat(9_999) + OPEN;
            assertThat(faults(directory(channel("a", PLAIN + "," + week(beside)))))
                    .extracting(Fault::pointer, Fault::found)
                    .containsExactly(tuple("/channels/0/availability", "10000 rules"));
            String expression = "08:00-09:00,".repeat(8_500);
            assertThat(faults(directory(channel("a", PLAIN + "," + week(on("MONDAY", '"' + expression + '"'))))))
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.pointer()).isEqualTo("/channels/0/availability/week/0/open/0");
                        assertThat(fault.toString()).hasSizeLessThan(2_000);
                    });
            String seasons = "{\"first\":\"06-01\",\"last\":\"08-31\",\"week\":[]},".repeat(30_000);
            assertThat(faults(directory(channel(
                            "a",
                            PLAIN + ",\"availability\":{\"seasons\":[" + seasons.substring(0, seasons.length() - 1)
                                    + "]}"))))
                    .extracting(Fault::pointer)
                    .containsExactly("/channels/0/availability");
            StringBuilder steps = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                steps.append(i == 0 ? "" : ",")
                        .append(channel(
                                "c" + i,
                                PLAIN + ",\"fallback\":[{\"channel\":\"c" + (i + 1) % 1_000 + "\"}]," + week(OPEN)));
            }
            assertThat(faults(directory(steps.toString())))
                    .extracting(Fault::pointer)
                    .containsExactly("/channels/0/fallback");
        });
    }
}
