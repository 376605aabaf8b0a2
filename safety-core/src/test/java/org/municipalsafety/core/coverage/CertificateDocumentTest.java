/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.municipalsafety.core.channel.Channels.local;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.CalendarChanges;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.channel.Channels;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.endpoint.WebPage;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

class CertificateDocumentTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CertificateDocument.schema(), InputFormat.JSON);

    private static final Interval WEEKEND = Interval.of(local("2026-11-27T14:00"), local("2026-11-30T09:00"));

    private static final CoverageCertificate GAP = Channels.norrkoping().certify(List.of("kontaktcenter"), WEEKEND);

    private static CoverageCertificate read(String text) {
        return CertificateDocument.read(text.getBytes(StandardCharsets.UTF_8), "test.json");
    }

    @Test
    void D1_whatIsWrittenReadsBackEqual() {
        for (CoverageCertificate certificate :
                List.of(GAP, Channels.norrkoping().certify(Audience.PUBLIC, WEEKEND))) {
            String text = CertificateDocument.write(certificate);
            assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
            assertThat(read(text)).isEqualTo(certificate);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Europe/Stockholm\"|1|/municipality/zone",
                "\"Norrköpings kommun\"|\"Norr\\nköping\"|/municipality/name",
                "\"document\"|\"audience\":\"POLICE\",\"document\"|/audience",
                "\"2026-11-27T15:00:00Z\"|1764255600|/gaps/0/start",
                "\"fewestOpen\" : 0|\"fewestOpen\" : -1|/fewestOpen",
                "\"restsOn\"|\"reston\"|/reston",
                "\"claimed\" : false|\"claimed\" : 0|/always/claimed",
                "\"grounds\" : [|\"grounds\" : {}, \"x\" : [|/always/grounds",
                "\"always\" : {|\"alwasy\" : {|/alwasy",
                "\"kontaktcenter\" : \"|\"kontaktcenter\" : \"x|/restsOn/kontaktcenter"
            })
    void D1_readerAndSchemaRefuseTheSame(String good, String bad, String pointer) {
        String text = CertificateDocument.write(GAP);
        assertThat(text).contains(good);
        String changed = text.replace(good, bad);
        assertThat(SCHEMA.validate(changed, InputFormat.JSON)).isNotEmpty();
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> read(changed))
                        .faults())
                .extracting(Fault::pointer)
                .contains(pointer);
    }

    @Test
    void C5_whatHoldsAlwaysReadsBackSo() {
        var always = Channels.directory(ZoneId.of("UTC"), Channels.channel("a", Availability.always()))
                .certify(List.of("a"), Interval.of(WEEKEND.getStart(), Duration.ofDays(7)));
        assertThat(always.always().claimed()).isTrue();
        assertThat(read(CertificateDocument.write(always))).isEqualTo(always);
    }

    /** Each on its own is told by the reader with its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"holds\" : false|\"holds\" : true|/holds",
                "\"fewestOpen\" : 0|\"fewestOpen\" : 1|/fewestOpen",
                "\"fewestOpen\" : 0|\"fewestOpen\" : 900|/fewestOpen",
                "2026-11-27T15:00:00Z|2026-11-27T12:59:59Z|/gaps/0",
                "\"id\" : \"kontaktcenter\"|\"id\" : \"somebody\"|/channels/0/id",
                "\"unknowns\" : [ ]|\"unknowns\" : [{\"start\":\"2026-11-30T06:00:00Z\",\"end\":\"2026-11-30T07:30:00Z\"}]|/unknowns/0"
            })
    void C5_aCertificateThatContradictsItselfIsRefused(String good, String bad, String pointer) {
        String text = CertificateDocument.write(GAP);
        assertThat(text).contains(good);
        assertThat(faults(text.replace(good, bad))).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void C5_allContradictionsOfACertificateAreToldAtOnce() {
        String text = CertificateDocument.write(GAP)
                .replace("\"holds\" : false", "\"holds\" : true")
                .replace("\"claimed\" : false", "\"claimed\" : true")
                .replace("\"fewestOpen\" : 0", "\"fewestOpen\" : 1");
        assertThat(faults(text))
                .extracting(Fault::pointer)
                .containsExactly("/holds", "/fewestOpen", "/always/claimed", "/always/claimed", "/always/claimed");
    }

    /** Who was counted is told, and for channels that were chosen one by one only whose they are. */
    @Test
    void C5_theCertificateNamesMunicipalityAndAudience() {
        var authorities = Channels.norrkoping().certify(Audience.AUTHORITIES, WEEKEND);
        assertThat(authorities.audience()).contains(Audience.AUTHORITIES);
        assertThat(read(CertificateDocument.write(authorities)).audience()).contains(Audience.AUTHORITIES);
        assertThat(authorities.text(Locale.forLanguageTag("sv")))
                .contains("Kommun: Norrköpings kommun (0581)\nNåbarhet för: myndigheter\n");
        assertThat(GAP.audience()).isEmpty();
        assertThat(CertificateDocument.write(GAP)).doesNotContain("audience");
        assertThat(GAP.text(Locale.ENGLISH))
                .contains(
                        "Municipality: Municipality of Norrköping (0581)\nReachability through: the channels named below\n");
    }

    /** A name of two lines could say of a certificate that does not hold that it does. */
    @Test
    void C5_aNameOfTwoLinesIsRefusedWhereItIsMade() {
        LocalizedText two = LocalizedText.of("Jour\nNågon går att nå under hela tiden.", "x");
        DayClass dayClass = new DayClass("COUNCIL_DAY");
        ContactChannel channel = Channels.channel("a", Availability.always());
        List<ThrowableAssert.ThrowingCallable> makers = List.of(
                () -> new Municipality("0581", two, ZoneOffset.UTC),
                () -> ContactChannel.of(
                        "a", two, Audience.PUBLIC, channel.modality(), channel.endpoint(), channel.availability()),
                () -> FallbackStep.instructing(two),
                () -> DayHours.vague(two),
                () -> ShortCode.local("9000", two),
                () -> new WebPage(two.in(Locale.forLanguageTag("sv")), "https://example.org/"),
                () -> new CalendarChanges(Map.of(dayClass, two), List.of(), new TreeSet<>()),
                () -> new CalendarChanges.OwnDay("a", dayClass, two, new TreeSet<>(List.of(LocalDate.EPOCH))),
                () -> new CoverageCertificate.Counted("a", two),
                () -> new CoverageCertificate.Always(false, List.of(two)));
        assertThat(makers)
                .allSatisfy(maker ->
                        assertThatIllegalArgumentException().isThrownBy(maker).withMessageContaining("line"));
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                .faults();
    }
}
