/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpenState;
import org.threeten.extra.Interval;

/** Something that says when channels are open: the library, or what somebody else has built on a directory. */
public interface Answerer {

    /**
     * Whether a channel is open at an instant.
     *
     * @param directory the directory
     * @param channel the channel's id
     * @param at when
     * @return the state
     */
    OpenState stateAt(Directory directory, String channel, Instant at);

    /**
     * A channel's states over an interval.
     *
     * @param directory the directory
     * @param channel the channel's id
     * @param interval the interval, bounded and not empty
     * @return the slots in order
     */
    List<Slot> hours(Directory directory, String channel, Interval interval);

    /**
     * When a channel's state next changes.
     *
     * @param directory the directory
     * @param channel the channel's id
     * @param after the instant; a change at exactly this one is not meant
     * @param limit how far to look, exclusive
     * @return the instant, or nothing if the state stays as it is
     */
    Optional<Instant> nextChange(Directory directory, String channel, Instant after, Instant limit);

    /**
     * When nobody is known to be reachable.
     *
     * @param directory the directory
     * @param channels the ids of the channels that count
     * @param interval the interval, bounded and not empty
     * @return the finding
     */
    Finding certify(Directory directory, Collection<String> channels, Interval interval);

    /**
     * What an audience is shown.
     *
     * @param directory the directory
     * @param audience who asks
     * @param at when
     * @return the ids of the channels, those to choose first
     */
    List<String> shown(Directory directory, Audience audience, Instant at);

    /**
     * A stretch of time in one state.
     *
     * @param interval when
     * @param state the state
     * @param ground why, in any form that can be compared
     */
    record Slot(Interval interval, OpenState state, Object ground) {

        /** Checks that the parts are there. */
        public Slot {
            requireNonNull(interval, "interval");
            requireNonNull(state, "state");
            requireNonNull(ground, "ground");
        }

        /** Whether another has the same state on the same ground. */
        boolean saysTheSameAs(Slot other) {
            return state == other.state && ground.equals(other.ground);
        }
    }

    /**
     * What a certificate finds.
     *
     * @param gaps when all are closed, in order, none touching another
     * @param unknowns when none is known to be open and one is unknown, in order, none touching another
     * @param fewestOpen the least number known to be open at one time
     */
    record Finding(List<Interval> gaps, List<Interval> unknowns, int fewestOpen) {

        /** Copies. */
        public Finding {
            gaps = List.copyOf(gaps);
            unknowns = List.copyOf(unknowns);
        }

        static Finding of(CoverageCertificate certificate) {
            return new Finding(certificate.gaps(), certificate.unknowns(), certificate.fewestOpen());
        }
    }

    /** The library's own. */
    Answerer LIBRARY = new Answerer() {
        @Override
        public OpenState stateAt(Directory directory, String channel, Instant at) {
            return directory.stateAt(channel, at);
        }

        @Override
        public List<Slot> hours(Directory directory, String channel, Interval interval) {
            return directory.hours(channel, interval).stream()
                    .map(segment -> new Slot(segment.interval(), segment.state(), segment.because()))
                    .toList();
        }

        @Override
        public Optional<Instant> nextChange(Directory directory, String channel, Instant after, Instant limit) {
            return directory.nextChange(channel, after, limit).instant();
        }

        @Override
        public Finding certify(Directory directory, Collection<String> channels, Interval interval) {
            return Finding.of(directory.certify(channels, interval));
        }

        @Override
        public List<String> shown(Directory directory, Audience audience, Instant at) {
            return directory.reachableAt(at, audience).choices().stream()
                    .map(choice -> choice.channel().id())
                    .toList();
        }
    };
}
