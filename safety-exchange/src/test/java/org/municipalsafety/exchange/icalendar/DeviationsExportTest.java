/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviationsExportTest {

    /** Texts of others do not forge a line of a calendar. */
    @Test
    void textsOfOthersStayWhereTheyAre() {
        assertThat(DeviationsExport.escape("a\u000b\r\nEND:VCALENDAR\u2028;,\\"))
                .isEqualTo("a END:VCALENDAR \\;\\,\\\\");
    }
}
