/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.exchange.icalendar.DeviationsExport;
import org.municipalsafety.exchange.osm.OsmExport;
import org.municipalsafety.exchange.schemaorg.SchemaOrgExport;
import org.municipalsafety.testkit.channel.Directories;
import org.municipalsafety.testkit.channel.DirectoryCase;
import org.municipalsafety.testkit.channel.DirectoryContract;
import org.threeten.extra.Interval;

/** The kit's contract for directories, with all that this module writes counted as published. */
class ExportsDisclosureTest {

    /** A directory, some of whose channels are not meant for the public, and its exports in every form. */
    private record Published(Directory directory, Interval interval, Audience audience) implements DirectoryContract {

        @Override
        public List<String> furtherPublicTexts(Directory published, Instant at) {
            return exported(published, audience, at);
        }
    }

    private static List<String> exported(Directory directory, Audience audience, Instant at) {
        LocalDate first =
                LocalDate.ofInstant(at, directory.municipality().zone()).minusDays(1);
        LocalDate last = first.plusDays(14);
        List<String> texts = new ArrayList<>();
        for (Locale locale : List.of(Locale.forLanguageTag("sv"), Locale.ENGLISH)) {
            texts.add(
                    SchemaOrgExport.of(directory, audience, first, last, locale).text());
            texts.add(DeviationsExport.of(directory, audience, first, last, at, 0, locale)
                    .text()
                    .replace("\r\n ", ""));
            for (ContactChannel channel : directory.view(audience).channels()) {
                texts.add(OsmExport.of(directory, audience, channel.id(), first, last, locale)
                        .text());
            }
        }
        return texts;
    }

    @Provide
    Arbitrary<DirectoryCase> directories() {
        return Directories.cases();
    }

    @Property(tries = 100)
    void D3_noNarrowerNumberLeavesInAnyForm(@ForAll("directories") DirectoryCase given) {
        new Published(given.directory(), given.around(), Audience.PUBLIC)
                .D3_noNarrowerNumberReachesThePublic(given.around().getStart().plus(Duration.ofDays(3)));
    }

    /** What is written for the authorities and published all the same is found. */
    @Example
    void D3_anExportForFewerPeopleIsFound() {
        Directory directory =
                DirectoryDocument.read(Path.of("src/test/resources/org/municipalsafety/exchange/norrkoping.json"));
        Instant at = Instant.parse("2026-11-26T13:00:00Z");
        Interval day = Interval.of(at, Duration.ofDays(1));
        new Published(directory, day, Audience.PUBLIC).D3_noNarrowerNumberReachesThePublic(at);
        assertThatThrownBy(() ->
                        new Published(directory, day, Audience.AUTHORITIES).D3_noNarrowerNumberReachesThePublic(at))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tib");
    }
}
