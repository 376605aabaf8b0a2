/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.calendar.Calendars;
import org.municipalsafety.core.calendar.SwedishCalendarProvider;
import org.municipalsafety.core.coverage.CertificateDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.core.time.WallClock;

/** A directory that follows another country's calendar, which the test's class path brings. */
class OtherCountryTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DirectoryDocument.schema(), InputFormat.JSON);

    private static final String DOCUMENT = """
            {"document":"directory","version":1,
             "municipality":{"code":"0301","name":{"sv":"Oslo"},"zone":"Europe/Oslo"},
             "calendar":{"country":"NO",
               "classes":[{"id":"COUNCIL_DAY","name":{"sv":"fullmäktigedag","en":"council day"}}],
               "days":[{"id":"bystyre","class":"COUNCIL_DAY","name":{"sv":"fullmäktige","en":"council"},
                        "dates":["2027-05-19"]}]},
             "channels":[
               {"id":"servicetorg","name":{"sv":"Servicetorget"},"audience":"PUBLIC","modality":"FORM",
                "endpoint":{"page":"https://example.org/","text":"Servicetorget"},
                "availability":{
                  "week":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"open":["08:00-16:00"]}],
                  "dayClasses":[{"class":"RED_DAY","open":[]},{"class":"COUNCIL_DAY","open":["08:00-20:00"]}],
                  "movable":[{"named":"syttende-mai","open":["07:00-09:00"]}]}}]}""";

    private static Directory read(String text) {
        return DirectoryDocument.read(text.getBytes(StandardCharsets.UTF_8), "oslo.json");
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                .faults();
    }

    private static OpenState at(Directory directory, String local) {
        return directory.stateAt("servicetorg", WallClock.instant(LocalDateTime.parse(local), OSLO));
    }

    @Test
    void C3_theDirectoryFollowsTheCalendarThatItNames() {
        Directory oslo = read(DOCUMENT);
        assertThat(oslo.calendar().country()).isEqualTo("NO");
        assertThat(at(oslo, "2027-05-18T10:00")).isEqualTo(OpenState.OPEN);
        assertThat(at(oslo, "2027-05-17T10:00")).isEqualTo(OpenState.CLOSED);
        assertThat(at(oslo, "2027-05-17T08:00")).isEqualTo(OpenState.OPEN);
        assertThat(at(oslo, "2027-05-19T19:00")).isEqualTo(OpenState.OPEN);
        // Whit Monday is red in Norway; 6 June is not.
        assertThat(at(oslo, "2028-06-05T10:00")).isEqualTo(OpenState.CLOSED);
        assertThat(at(oslo, "2028-06-06T10:00")).isEqualTo(OpenState.OPEN);
    }

    @Test
    void C5_theCertificateNamesTheCalendarWithItsChanges() {
        Directory oslo = read(DOCUMENT);
        var certificate =
                oslo.certify(Audience.PUBLIC, WallClock.days(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1), OSLO));
        assertThat(certificate.calendarVersion())
                .startsWith("NO-1+")
                .isEqualTo(oslo.calendar().version());
        assertThat(certificate.text(Locale.ENGLISH)).contains("- calendar NO-1+");
        assertThat(CertificateDocument.read(
                        CertificateDocument.write(certificate).getBytes(StandardCharsets.UTF_8), "c.json"))
                .isEqualTo(certificate);
    }

    @Test
    void D1_whatIsWrittenReadsBackEqual() {
        Directory oslo = read(DOCUMENT);
        String text = DirectoryDocument.write(oslo);
        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(read(text)).isEqualTo(oslo).hasSameHashCodeAs(oslo);
        Directory plain = read(DOCUMENT.replaceAll("(?s),\\s*\"classes\".*?(\\]\\}\\])\\}", "}")
                .replace(",{\"class\":\"COUNCIL_DAY\",\"open\":[\"08:00-20:00\"]}", ""));
        assertThat(plain.calendar().version()).isEqualTo("NO-1");
        assertThat(read(DirectoryDocument.write(plain))).isEqualTo(plain).isNotEqualTo(oslo);
    }

    @Test
    void C3_ownDaysOfAnyCalendarExpire() {
        assertThat(read(DOCUMENT).expiring(LocalDate.of(2027, 5, 1), Period.ofDays(30)))
                .extracting(ExpiryWarning::pointer, ExpiryWarning::lastDay)
                .containsExactly(tuple("/calendar/days/0", LocalDate.of(2027, 5, 19)));
    }

    /** Sweden's own numbers are no help in another country. */
    @Test
    void C6_thePageIsWithoutSwedensOwnNumbers() {
        var page = ContactPage.of(
                read(DOCUMENT), Audience.PUBLIC, WallClock.instant(LocalDateTime.parse("2027-05-17T10:00"), OSLO));
        for (String form : List.of(page.text(Locale.ENGLISH), page.html(Locale.ENGLISH))) {
            assertThat(form)
                    .contains("112")
                    .contains("Closed. Opens")
                    .doesNotContain("113 13")
                    .doesNotContain("1177");
        }
        assertThat(page.html(Locale.ENGLISH)).contains("Constitution Day");
    }

    @Test
    void D1_anUnknownCountryIsAFaultThatNamesThoseFound() {
        assertThat(faults(DOCUMENT.replace("\"NO\"", "\"FI\"").replace("08:00-16:00", "16:00-08:00")))
                .extracting(Fault::pointer, Fault::found)
                .contains(tuple("/calendar/country", "\"FI\""))
                .hasSize(2);
        assertThat(faults(DOCUMENT.replace("\"NO\"", "\"FI\"")).get(0).expected())
                .contains("NO")
                .contains("SE");
        assertThat(faults(DOCUMENT.replace("\"NO\"", "47")))
                .extracting(Fault::pointer)
                .containsExactly("/calendar/country");
        var swedish = Calendars.of(new SwedishCalendarProvider());
        assertThat(catchThrowableOfType(
                                InvalidDocumentException.class,
                                () -> DirectoryDocument.read(
                                        DOCUMENT.getBytes(StandardCharsets.UTF_8), "oslo.json", swedish))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/calendar/country");
    }

    /** A day that only Sweden's calendar knows is unknown in Norway's, and no day of custom can be dropped from it. */
    @Test
    void D1_daysAreThoseOfTheCountry() {
        assertThat(faults(DOCUMENT.replace("\"syttende-mai\"", "\"midsommarafton\"")))
                .extracting(Fault::pointer)
                .containsExactly("/channels/0/availability/movable/0/named");
        assertThat(faults(DOCUMENT.replace("\"country\":\"NO\",", "\"country\":\"NO\",\"without\":[\"julafton\"],")))
                .extracting(Fault::pointer)
                .containsExactly("/calendar/without/0");
    }
}
