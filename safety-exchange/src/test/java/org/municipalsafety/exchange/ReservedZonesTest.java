/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.testkit.time.Zones;

/** ical4j reserves names of zones for the whole platform; a zone of such a name has no rules. */
class ReservedZonesTest {

    @BeforeProperty
    void aCalendarHasBeenReadByIcal4j() throws Exception {
        new CalendarBuilder()
                .build(new StringReader("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\n"
                        + "UID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\nEND:VEVENT\r\n"
                        + "END:VCALENDAR\r\n"));
    }

    private static ZoneId reserved() {
        return ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .filter(zone -> zone.getRules() == null)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Zones.zones();
    }

    @Property
    void T2_everyZoneOfTheKitHasRules(@ForAll("zones") ZoneId zone) {
        assertThat(reserved()).isNotNull();
        assertThat(zone.getRules()).isNotNull();
    }

    @Example
    void D1_aDocumentThatNamesAReservedZoneIsRefused() throws Exception {
        String name = reserved().getId();
        String rota = Files.readString(Path.of(
                        "../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping/rota.json"))
                .replace("Europe/Stockholm", name);
        assertThatThrownBy(() -> RotaDocument.read(rota.getBytes(StandardCharsets.UTF_8), "rota.json"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("/zone")
                .hasMessageContaining("Europe/Stockholm");
    }
}
