/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.core.channel.Channels.local;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.core.publication.CoverageChart;
import org.threeten.extra.Interval;

/** What the library writes is Swedish or English, and never a mixture of them. */
class OtherLanguagesTest {

    private static final Instant NIGHT = local("2027-03-29T03:10");
    private static final Interval WEEKEND = Interval.of(local("2026-11-27T14:00"), local("2026-11-30T09:00"));

    @ParameterizedTest
    @ValueSource(strings = {"fi", "ar", "de-CH", "und"})
    void aReaderOfAThirdLanguageIsWrittenToInEnglish(String tag) {
        assertThat(written(Locale.forLanguageTag(tag))).isEqualTo(written(Locale.ENGLISH));
    }

    private static List<String> written(Locale locale) {
        Directory directory = Channels.norrkoping();
        CoverageCertificate certificate = directory.certify(List.of("kontaktcenter"), WEEKEND);
        ContactPage page = ContactPage.of(directory, Audience.PUBLIC, NIGHT);
        return List.of(
                directory.explain("socialkontoret", NIGHT, locale),
                directory.reachableAt(NIGHT, Audience.DUTY).text(locale),
                certificate.text(locale),
                CoverageChart.svg(certificate, locale),
                page.text(locale),
                page.html(locale));
    }
}
