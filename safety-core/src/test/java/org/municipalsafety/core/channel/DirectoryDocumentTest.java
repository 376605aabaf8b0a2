/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.endpoint.WebPage;
import org.municipalsafety.core.hours.OpeningHours;

class DirectoryDocumentTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DirectoryDocument.schema(), InputFormat.JSON);

    /** Uses every form that a document can have. */
    private static final String FULL = """
            {"document":"directory","version":1,
             "municipality":{"code":"0581","name":{"sv":"Norrköping"},"zone":"Europe/Stockholm"},
             "calendar":{
               "classes":[{"id":"COUNCIL_DAY","name":{"sv":"fullmäktigedag","en":"council day"}}],
               "days":[{"id":"fullmaktige","class":"COUNCIL_DAY","name":{"sv":"fullmäktige","en":"council"},
                        "dates":["2026-11-30","2026-12-14"]}],
               "without":["valborgsmassoafton"]},
             "channels":[
               {"id":"sos","name":{"sv":"SOS Alarm"},"audience":"PUBLIC","modality":"VOICE",
                "endpoint":{"shortCode":"112"},"languages":["sv","en"],
                "availability":{"week":[{"days":["MONDAY","SUNDAY"],"open":["00:00-24:00"]}]}},
               {"id":"kundcenter","name":{"sv":"Kundcenter"},"audience":"PUBLIC","modality":"VOICE",
                "endpoint":{"number":"0220-24000"},
                "availability":{
                  "week":[{"days":["MONDAY"],"open":["08:00-12:00","13:00-16:30"]}],
                  "dayClasses":[{"class":"COUNCIL_DAY","open":["08:00-20:00"]},{"class":"RED_DAY","open":[]}],
                  "movable":[{"named":"skartorsdagen","open":["08:00-12:00"],"unknown":["12:00-16:30"],
                                "note":{"sv":"kan stänga tidigare","en":"may close earlier"}},
                               {"easter":-3,"open":[]},{"yearly":"02-29","open":[]},
                               {"weeks":{"first":27,"last":31,"days":["MONDAY"]},"open":[]},
                               {"weekday":"TUESDAY","nth":1,"open":["02:00-04:00"]},
                               {"weekday":"SUNDAY","nth":-1,"month":"MARCH","open":[]}],
                  "seasons":[{"first":"09-01","last":"05-31","week":[{"days":["FRIDAY"],"open":["08:00-16:00"]}]},
                             {"first":"06-01","last":"08-31","week":[{"days":["FRIDAY"],"open":["08:00-15:00"]}]}],
                  "dates":[{"first":"2026-12-21","last":"2027-01-06","open":[]},
                           {"first":"2027-02-01","open":["10:00-12:00"]}]},
                "fallback":[{"channel":"sos"},{"channel":"post","instruction":{"sv":"Skriv.","en":"Write."}},
                            {"instruction":{"sv":"Ring 112."}}]},
               {"id":"jour","name":{"sv":"Jour"},"audience":"STAFF","modality":"SMS",
                "endpoint":{"localCode":"9000","purpose":{"sv":"internt"}},
                "via":"kundcenter","availability":{"outside":"sos"}},
               {"id":"post","name":{"sv":"E-post"},"audience":"PUBLIC","modality":"EMAIL",
                "endpoint":{"email":"kommun@example.se"},"availability":{"week":[]}},
               {"id":"besok","name":{"sv":"Besök"},"audience":"PUBLIC","modality":"VISIT",
                "endpoint":{"page":"https://example.se/besok","text":"Rådhuset"},"availability":{"week":[]}}]}""";

    private static Directory read(String text) {
        return DirectoryDocument.read(text.getBytes(StandardCharsets.UTF_8), "test.json");
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                .faults();
    }

    @Test
    void D1_whatIsWrittenReadsBackEqual() {
        Directory full = read(FULL);
        assertThat(read(DirectoryDocument.write(full))).isEqualTo(full);
        assertThat(SCHEMA.validate(DirectoryDocument.write(full), InputFormat.JSON))
                .isEmpty();
        Directory norrkoping = Channels.norrkoping();
        assertThat(read(DirectoryDocument.write(norrkoping))).isEqualTo(norrkoping);
        assertThat(SCHEMA.validate(DirectoryDocument.write(norrkoping), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":1|\"version\":2|",
                "\"version\":1|\"version\":\"1\"|/version",
                "\"directory\"|\"rota\"|",
                "\"0581\"|581|/municipality/code",
                "\"0581\"|\"581\"|/municipality/code",
                "\"without\":|\"with\":|/calendar/with",
                "\"dates\":[\"2026-11-30\",\"2026-12-14\"]|\"dates\":[]|/calendar/days/0/dates",
                "\"2026-11-30\"|\"2026-11-31x\"|/calendar/days/0/dates/0",
                "\"PUBLIC\"|\"EVERYBODY\"|/channels/0/audience",
                "\"VOICE\"|\"VOICES\"|/channels/0/modality",
                "\"112\"|\"911\"|/channels/0/endpoint/shortCode",
                "\"shortCode\"|\"code\"|/channels/0/endpoint",
                "\"SUNDAY\"|\"SONDAG\"|/channels/0/availability/week/0/days/1",
                "\"SUNDAY\"|\"MONDAY\"|/channels/0/availability/week/0/days",
                "\"00:00-24:00\"|\"00:00-48:01\"|/channels/0/availability/week/0/open/0",
                "\"00:00-24:00\"|\"24:00-25:00\"|/channels/0/availability/week/0/open/0",
                "\"00:00-24:00\"|\"0-24\"|/channels/0/availability/week/0/open/0",
                "\"open\":[\"08:00-20:00\"]|\"opens\":[\"08:00-20:00\"]|/channels/1/availability/dayClasses/0",
                "{\"class\":\"RED_DAY\",\"open\":[]}|{\"class\":\"red day\",\"open\":[]}|/channels/1/availability/dayClasses/1/class",
                "\"note\":{\"sv\":\"kan stänga tidigare\"|\"note\":{\"sv\":\" \"|/channels/1/availability/movable/0/note/sv",
                "\"first\":\"2027-02-01\"|\"on\":\"2027-02-01\"|/channels/1/availability/dates/1",
                "\"via\":\"kundcenter\"|\"via\":\"kund center\"|/channels/2/via",
                "\"via\":\"kundcenter\"|\"via\":null|/channels/2/via",
                "{\"outside\":\"sos\"}|{\"outside\":\"sos\",\"week\":[]}|/channels/2/availability/week",
                "{\"easter\":-3|{\"easter\":-300|/channels/1/availability/movable/1/easter",
                "{\"easter\":-3|{\"easter\":-3,\"named\":\"juldagen\"|/channels/1/availability/movable/1/named",
                "{\"easter\":-3,|{|/channels/1/availability/movable/1",
                "\"last\":31|\"last\":54|/channels/1/availability/movable/3/weeks/last",
                "\"02-29\"|\"02-32\"|/channels/1/availability/movable/2/yearly",
                "\"nth\":1,|\"nth\":0,|/channels/1/availability/movable/4/nth",
                "\"nth\":1,|``|/channels/1/availability/movable/4",
                "\"MARCH\"|\"MARS\"|/channels/1/availability/movable/5/month",
                "\"09-01\"|\"sep\"|/channels/1/availability/seasons/0/first",
                "\"last\":\"05-31\",|``|/channels/1/availability/seasons/0",
                "[\"sv\",\"en\"]|[\"sv\",\"engelska språket\"]|/channels/0/languages/1",
                "[{\"channel\":\"sos\"}|[{\"chanel\":\"sos\"}|/channels/1/fallback/0/chanel",
                "[{\"channel\":\"sos\"}|[{\"channel\":\"s o s\"}|/channels/1/fallback/0/channel",
                "[{\"channel\":\"sos\"}|[{}|/channels/1/fallback/0",
                "{\"instruction\":{\"sv\":\"Ring 112.\"}}|{\"instruction\":\"Ring 112.\"}|/channels/1/fallback/2/instruction",
                "{\"sv\":\"Ring 112.\"}|{}|/channels/1/fallback/2/instruction",
                "\"calendar\":{|\"calendar\":{\"country\":\"Sverige\",|/calendar/country",
                "\"kommun@example.se\"|\"kommun\"|/channels/3/endpoint/email",
                "https://example.se|http://example.se|/channels/4/endpoint/page",
                "\"availability\":{\"week\":[]}}]|\"availability\":{}}]|/channels/4/availability",
                "\"sv\":\"Jour\"|\"sv\":\"Jour\\n\"|/channels/2/name",
                "\"sv\":\"Ring 112.\"|\"sv\":\"Ring\\u202e 112.\"|/channels/1/fallback/2/instruction",
                "\"text\":\"Rådhuset\"|\"text\":\"Råd\\thuset\"|/channels/4/endpoint/text",
                "{\"number\":\"0220-24000\"}|{}|/channels/1/endpoint",
                "{\"number\":\"0220-24000\"}|{\"nummer\":\"0220-24000\"}|/channels/1/endpoint/nummer",
                "{\"shortCode\":\"112\"}|{\"shortCode\":\"112\",\"number\":\"0220-24000\"}|/channels/0/endpoint",
                "{\"easter\":-3,|{\"estaer\":-3,|/channels/1/availability/movable/1/estaer",
                "\"localCode\":\"9000\"|\"localCode\":\"nine\"|/channels/2/endpoint/localCode",
                "\"9000\"|9000|/channels/2/endpoint/localCode",
                "\"purpose\":{\"sv\":\"internt\"}|\"purpose\":{}|/channels/2/endpoint/purpose",
            })
    void D1_readerAndSchemaRefuseTheSame(String good, String bad, String pointer) {
        assertThat(FULL).contains(good);
        String changed = FULL.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
        assertThat(SCHEMA.validate(changed, InputFormat.JSON)).isNotEmpty();
        assertThat(faults(changed)).extracting(Fault::pointer).contains(pointer == null ? "" : pointer);
    }

    @Test
    void D1_allFaultsAreFoundAtOnce() {
        String bad = FULL.replace("\"0220-24000\"", "\"112\"")
                .replace("\"13:00-16:30\"", "\"11:00-16:30\"")
                .replace("\"via\":\"kundcenter\"", "\"via\":\"jour\"")
                .replace("{\"class\":\"COUNCIL_DAY\",\"open\"", "{\"class\":\"FEAST_DAY\",\"open\"")
                .replace("\"named\":\"skartorsdagen\"", "\"named\":\"kraftskivan\"")
                .replace("\"code\":\"0581\"", "\"code\":\"581\"");
        assertThat(faults(bad))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/municipality/code",
                        "/channels/1/endpoint/number",
                        "/channels/1/availability/week/0/open/1",
                        "/channels/1/availability/dayClasses/0/class",
                        "/channels/1/availability/movable/0/named",
                        "/channels/2");
    }

    @Test
    void A7_aFaultyNumberOfAChannelThatIsNotPublicIsNotRepeated() {
        String bad = FULL.replace("\"localCode\":\"9000\",\"purpose\":{\"sv\":\"internt\"}", "\"number\":\"0700 12\"");
        assertThat(faults(bad)).hasSize(1).allMatch(fault -> !fault.toString().contains("0700"));
        assertThat(faults(FULL.replace("\"0220-24000\"", "\"112\"")))
                .singleElement()
                .asString()
                .contains("Maybe")
                .contains("\"112\"");
    }

    /** A number in the wrong field, or as the endpoint itself, is a number still. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shortCode\":\"070-512 34 56\"}",
                "{\"localCode\":\"070-512 34 56\",\"purpose\":{\"sv\":\"x\"}}",
                "{\"localCode\":\"9000\",\"purpose\":\"070-512 34 56\"}",
                "{\"email\":\"070-512 34 56\"}",
                "{\"page\":\"070-512 34 56\",\"text\":\"x\"}",
                "{\"page\":\"https://example.org/\",\"text\":\"070-512 34 56\\n\"}",
                "{\"number\":\"070-512 34 56 x\"}",
                "\"070-512 34 56\"",
                "[\"070-512 34 56\"]",
                "0705123456"
            })
    void A7_nothingOfANarrowerEndpointIsRepeated(String endpoint) {
        String bad = FULL.replace("{\"localCode\":\"9000\",\"purpose\":{\"sv\":\"internt\"}}", endpoint);
        assertThat(bad).isNotEqualTo(FULL);
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(InvalidDocumentException.class)
                .satisfies(refused ->
                        assertThat(stackTrace(refused)).doesNotContain("070").doesNotContain("512"));
    }

    @Test
    void A7_theAddressOfAPageStandsInNoCause() {
        assertThatThrownBy(() -> new WebPage("x", "https://hemlig.example/ b"))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refused -> assertThat(stackTrace(refused)).doesNotContain("hemlig"));
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString().replaceAll("(?m)^\\s+at .*$", "");
    }

    /** What the reader would refuse, no value holds: so each reads back. */
    @Test
    void D1_whatIsClosedForEverIsWrittenSo() {
        Directory closed = Channels.directory(Channels.channel("a", OpeningHours.weekly(List.of())));
        assertThat(DirectoryDocument.write(closed)).contains("\"week\" : [ ]");
        assertThat(read(DirectoryDocument.write(closed))).isEqualTo(closed);
    }

    @Test
    void D1_theModalityFitsTheEndpoint() {
        String bad = FULL.replace("\"modality\":\"EMAIL\"", "\"modality\":\"VOICE\"");
        assertThat(faults(bad)).extracting(Fault::pointer).containsExactly("/channels/3/modality");
    }

    /** What is too much is refused in bounded time, with its place. */
    @Test
    void D1_whatIsTooMuchIsRefusedSoon() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String nested = "[".repeat(10_000) + "]".repeat(10_000);
            assertThat(faults(FULL.replace("\"week\":[]", "\"week\":" + nested)))
                    .hasSize(1);
            String rules = ("{\"first\":\"2026-01-01\",\"open\":[]},").repeat(10_000);
            assertThat(faults(FULL.replace("\"dates\":[{", "\"dates\":[" + rules + "{")))
                    .extracting(Fault::pointer)
                    .containsExactly("/channels/1/availability");
            assertThat(faults(FULL.replace("00:00-24:00", "08:00-09:00;".repeat(8_500))))
                    .extracting(Fault::pointer)
                    .containsExactly("/channels/0/availability/week/0/open/0");
            String spans = "\"00:00-24:00\",".repeat(20_000);
            assertThat(faults(FULL.replace("[\"00:00-24:00\"]", "[" + spans + "\"00:00-24:00\"]")))
                    .isNotEmpty();
            StringBuilder chain = new StringBuilder();
            for (int i = 0; i < 900; i++) {
                chain.append("""
                        {"id":"c%s","name":{"sv":"x"},"audience":"PUBLIC","modality":"VOICE",
                         "endpoint":{"shortCode":"112"},"availability":{"outside":"%s"}},""".formatted(i, i == 0 ? "sos" : "c" + (i - 1)));
            }
            assertThat(faults(FULL.replace("\"channels\":[", "\"channels\":[" + chain)))
                    .hasSize(892)
                    .allMatch(fault -> fault.found().contains("more than 8 channels"));
            assertThat(faults(FULL.replace("\"channels\":[", "\"channels\":[" + chain + chain)))
                    .extracting(Fault::pointer)
                    .containsExactly("/channels");
        });
    }
}
