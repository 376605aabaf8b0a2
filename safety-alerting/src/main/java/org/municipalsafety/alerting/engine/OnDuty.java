/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;

/**
 * Who holds a position at an instant.
 *
 * <p>Thread-safe, quick and without waiting: it is asked while the store is locked. When it throws, the position counts
 * as empty and is looked at again a minute later.
 */
@FunctionalInterface
public interface OnDuty {

    /**
     * Who holds a position.
     *
     * @param position the position, such as {@code TIB}
     * @param t when
     * @return the holder, and until when the answer stands; that end lies after {@code t}
     */
    Holding at(String position, Instant t);

    /**
     * The holders by a rota. A gap and a time at which nobody is required are both nobody.
     *
     * @param rota the rota; asked about a position that it does not have, the lookup throws
     * @return the lookup
     */
    static OnDuty of(Rota rota) {
        requireNonNull(rota, "rota");
        return (position, t) -> {
            Segment segment = rota.at(position, t);
            Instant until = segment.interval().isUnboundedEnd()
                    ? null
                    : segment.interval().getEnd();
            return segment.holding()
                    .map(holder -> until == null ? Holding.by(holder) : Holding.by(holder, until))
                    .orElseGet(() -> until == null ? Holding.nobody() : Holding.nobody(until));
        };
    }
}
