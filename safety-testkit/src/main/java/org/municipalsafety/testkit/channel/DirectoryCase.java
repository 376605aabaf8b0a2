/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A directory and the time in which to look at it.
 *
 * @param directory the directory
 * @param around when to look, bounded and not empty
 */
public record DirectoryCase(Directory directory, Interval around) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the interval is empty or unbounded
     */
    public DirectoryCase {
        requireNonNull(directory, "directory");
        WallClock.requireBounded(around, "around");
    }

    /** The interval and the whole document, so that a failed try can be read and kept. */
    @Override
    public String toString() {
        return around + " of " + DirectoryDocument.write(directory);
    }
}
