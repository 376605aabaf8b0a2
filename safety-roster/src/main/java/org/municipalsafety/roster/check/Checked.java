/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * A rota with the interval over which it is looked at, as checks see it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rota the rota, for its plan and for other questions
 * @param roster the rota resolved over the interval
 */
public record Checked(Rota rota, Roster roster) {

    static final Locale SV = Locale.forLanguageTag("sv");
    static final Locale EN = Locale.ENGLISH;

    /** A version and the part of the interval in which it is in force. */
    record InForce(int number, RotaVersion version, Interval part) {}

    /** Checks. */
    public Checked {
        requireNonNull(rota, "rota");
        requireNonNull(roster, "roster");
    }

    /**
     * Resolves a rota to look at it.
     *
     * @param rota the rota
     * @param interval where to look, as {@link Rota#resolve} takes it
     * @return the rota and its roster
     */
    public static Checked of(Rota rota, Interval interval) {
        return new Checked(rota, rota.resolve(interval));
    }

    /**
     * The duties of a position, without the times in which nobody is on duty.
     *
     * @param position the position's id
     * @return the duties in order
     * @throws IllegalArgumentException if the roster has no such position
     */
    public List<Duty> duties(String position) {
        return roster.segments(position).stream()
                .filter(Duty.class::isInstance)
                .map(Duty.class::cast)
                .toList();
    }

    /** The versions that are in force at some time of the interval. */
    List<InForce> versions() {
        List<RotaVersion> versions = rota.plan().versions();
        Interval within = roster.interval();
        List<InForce> found = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Instant from = later(versions.get(i).effectiveFrom(), within.getStart());
            Instant until = within.getEnd();
            if (i + 1 < versions.size() && versions.get(i + 1).effectiveFrom().isBefore(until)) {
                until = versions.get(i + 1).effectiveFrom();
            }
            if (from.isBefore(until)) {
                found.add(new InForce(i + 1, versions.get(i), Interval.of(from, until)));
            }
        }
        return found;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * A finding about a position alone.
     *
     * @param kind what it is
     * @param position the position's id
     * @param when the time that it is about
     * @param swedish the finding in words, without its place and time
     * @param english the same in English
     * @return the finding, its text begun with the rota, the position and the time
     */
    public Finding finding(Finding.Kind kind, String position, Interval when, String swedish, String english) {
        return finding(kind, position, Optional.empty(), when, swedish, english);
    }

    /**
     * A finding about somebody or something in a position.
     *
     * @param kind what it is
     * @param position the position's id
     * @param about the person's, layer's or swap's id
     * @param when the time that it is about
     * @param swedish the finding in words, without its place and time
     * @param english the same in English
     * @return the finding, its text begun with the rota, the position and the time
     */
    public Finding finding(
            Finding.Kind kind, String position, String about, Interval when, String swedish, String english) {
        return finding(kind, position, Optional.of(about), when, swedish, english);
    }

    private Finding finding(
            Finding.Kind kind, String position, Optional<String> about, Interval when, String swedish, String english) {
        String id = rota.plan().id();
        String place = id + "/" + position + ", ";
        return new Finding(
                kind,
                id,
                position,
                about,
                when,
                LocalizedText.of(
                        place + TimeText.of(SV, roster.zone()).interval(when) + ": " + swedish,
                        place + TimeText.of(EN, roster.zone()).interval(when) + ": " + english));
    }
}
