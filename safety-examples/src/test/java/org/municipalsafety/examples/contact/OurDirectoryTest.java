/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.contact;

import java.nio.file.Path;
import java.time.LocalDate;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.time.WallClock;
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
}
// end
