/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.municipalsafety.core.channel.Channels.local;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.threeten.extra.Interval;

class CertificateDocumentTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CertificateDocument.schema(), InputFormat.JSON);

    private static final Interval WEEKEND = Interval.of(local("2026-11-27T14:00"), local("2026-11-30T09:00"));

    private static final CoverageCertificate GAP =
            DirectoryTest.norrkoping().certify(List.of("kontaktcenter"), WEEKEND);

    private static CoverageCertificate read(String text) {
        return CertificateDocument.read(text.getBytes(StandardCharsets.UTF_8), "test.json");
    }

    @Test
    void D1_whatIsWrittenReadsBackEqual() {
        for (CoverageCertificate certificate :
                List.of(GAP, DirectoryTest.norrkoping().certify(Audience.PUBLIC, WEEKEND))) {
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
                "\"Europe/Stockholm\"|1|/zone",
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
    void C5_aCertificateThatIsToHoldAlwaysInSpiteOfAGapIsRefused() {
        String text = CertificateDocument.write(GAP).replace("\"claimed\" : false", "\"claimed\" : true");
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                        .faults())
                .hasSize(1);
    }

    @Test
    void C5_whatHoldsAlwaysReadsBackSo() {
        var always = Channels.directory(ZoneId.of("UTC"), Channels.channel("a", Availability.always()))
                .certify(List.of("a"), Interval.of(WEEKEND.getStart(), Duration.ofDays(7)));
        assertThat(always.always().claimed()).isTrue();
        assertThat(read(CertificateDocument.write(always))).isEqualTo(always);
    }

    @Test
    void C5_aCertificateThatClaimsToHoldInSpiteOfAGapIsRefused() {
        String text = CertificateDocument.write(GAP).replace("\"holds\" : false", "\"holds\" : true");
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                        .faults())
                .hasSize(1);
    }
}
