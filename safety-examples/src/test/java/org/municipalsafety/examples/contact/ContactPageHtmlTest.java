/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.publication.ContactNotice;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.core.publication.CoverageChart;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;

/** The contact page, a fragment of it in another page and the picture of a certificate, read by the Nu HTML checker. */
class ContactPageHtmlTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static ContactChannel channel(
            String id, Modality modality, Endpoint endpoint, Availability hours, FallbackStep... fallback) {
        return new ContactChannel(
                id,
                new LocalizedText(Map.of("sv", "Kanal <" + id + ">")),
                Audience.PUBLIC,
                modality,
                endpoint,
                List.of("sv"),
                Optional.empty(),
                hours,
                List.of(fallback));
    }

    private static Directory directory() {
        var municipality = new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), STOCKHOLM);
        OpeningHours office = OpeningHours.weekly(List.of(new OpeningHours.Week(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayHours.open("08:00-16:00"))))
                .withDayClasses(List.of(new OpeningHours.OnDayClass(
                        DayClass.RED_DAY, DayHours.vague(LocalizedText.of("enligt anslag", "as announced")))));
        return Directory.of(
                municipality,
                SwedishCalendar.standard(),
                List.of(
                        channel(
                                "office",
                                Modality.VOICE,
                                new GeographicNumber("011-15 00 00"),
                                office,
                                FallbackStep.to("duty", LocalizedText.of("Be om <hjälp>.", "Ask for <help>.")),
                                FallbackStep.instructing(LocalizedText.of("Ring 112.", "Call 112."))),
                        channel(
                                "duty",
                                Modality.VOICE,
                                new GeographicNumber("011-15 22 83"),
                                Availability.outside("office")),
                        channel("sms", Modality.SMS, ShortCode.of("112"), Availability.always()),
                        channel(
                                "relay",
                                Modality.TEXT_RELAY,
                                new GeographicNumber("011-15 00 01"),
                                Availability.always()),
                        channel("mail", Modality.EMAIL, new EmailAddress("kommun@example.se"), Availability.always())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theMarkupIsValid(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        for (String at : List.of("2026-11-27T12:00:00Z", "2026-11-29T12:00:00Z")) {
            ContactPage page = ContactPage.of(directory(), Audience.PUBLIC, Instant.parse(at));
            assertValid(page.html(locale));
            assertValid(ContactNotice.of(
                            directory(), Audience.PUBLIC, LocalDate.of(2026, 12, 14), LocalDate.of(2027, 1, 11))
                    .html(locale));
            String chart = CoverageChart.svg(
                    directory()
                            .certify(
                                    List.of("office"),
                                    WallClock.days(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1), STOCKHOLM)),
                    locale);
            assertValid("<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>t</title>"
                    + "</head><body><h1>t</h1>" + page.fragment(Locale.forLanguageTag("sv"))
                    + page.fragment(Locale.ENGLISH) + chart + "</body></html>");
        }
    }

    private static void assertValid(String html) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        assertThat(validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))))
                .startsWith("Document checking completed. No errors found.")
                .doesNotContain("arning");
    }
}
