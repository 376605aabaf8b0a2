/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.contact;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.exchange.icalendar.DeviationsExport;
import org.municipalsafety.exchange.schemaorg.SchemaOrgExport;
import org.municipalsafety.testkit.channel.DirectoryContract;
import org.threeten.extra.Interval;

// snippet contract
class OurDirectoryTest implements DirectoryContract {

    @Override
    public Directory directory() {
        return DirectoryDocument.read(
                Path.of("src/main/resources/org/municipalsafety/examples/norrkoping/directory.json"));
    }

    @Override
    public Interval interval() { // the time that the file is meant for
        LocalDate first = LocalDate.of(2026, 1, 1);
        return WallClock.days(
                first, first.plusYears(2), directory().municipality().zone());
    }

    @Override
    public List<String> furtherPublicTexts(Directory directory, Instant at) {
        LocalDate first = LocalDate.ofInstant(at, directory.municipality().zone());
        LocalDate last = first.plusDays(14);
        return Stream.of(Locale.forLanguageTag("sv"), Locale.ENGLISH)
                .flatMap(locale -> Stream.of(
                        SchemaOrgExport.of(directory, Audience.PUBLIC, first, last, locale),
                        DeviationsExport.of(directory, Audience.PUBLIC, first, last, at, 0, locale)))
                .map(export -> export.text().replace("\r\n ", "")) // folded lines are joined again
                .toList();
    }
}
// end
