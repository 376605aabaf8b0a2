/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.core.text.LocalizedText;

/**
 * When a channel next opens, closes or becomes unknown, or why it does not before the limit.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface NextChange permits NextChange.At, NextChange.NotBefore {

    /**
     * The instant of the change.
     *
     * @return the instant, or nothing if there is no change before the limit
     */
    Optional<Instant> instant();

    /**
     * A change.
     *
     * @param at when
     * @param state the state from then on
     * @param because what decides it, first of all
     */
    record At(Instant at, OpenState state, List<ChannelReason> because) implements NextChange {

        /** Checks that the parts are there. */
        public At {
            requireNonNull(at, "at");
            requireNonNull(state, "state");
            because = List.copyOf(because);
        }

        @Override
        public Optional<Instant> instant() {
            return Optional.of(at);
        }
    }

    /**
     * No change before a limit.
     *
     * @param limit the limit
     * @param reason why not
     */
    record NotBefore(Instant limit, LocalizedText reason) implements NextChange {

        /** Checks that the parts are there. */
        public NotBefore {
            requireNonNull(limit, "limit");
            requireNonNull(reason, "reason");
        }

        @Override
        public Optional<Instant> instant() {
            return Optional.empty();
        }
    }
}
