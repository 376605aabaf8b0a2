/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.threeten.extra.Interval;

/**
 * A {@link RotaPlan} ready to be asked: who is on duty, until when, and why.
 *
 * <pre>{@code
 * Roster roster = rota.resolve(Interval.of(from, to));
 * Duty duty = roster.at("TIB", now).orElseThrow();
 * duty.sentence(Locale.forLanguageTag("sv")); // gran har beredskap enligt version 1, lager grund, tur 14
 * }</pre>
 *
 * <p>A rota is sound or does not exist: {@link #of} names everything that is wrong at once. Asking about an instant
 * costs the same however old the rota is; resolving an interval costs as much as it has segments (rule R10). Only the
 * first question to a rotation that counts covered turns pays for its age, once.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rota {

    /** The longest interval that is resolved at once, and how far a segment is followed: 200 years. */
    public static final Duration LONGEST = Duration.ofDays(200 * 366);

    /** How far {@link #next} looks: two years. */
    public static final Duration NEXT_WITHIN = Duration.ofDays(2 * 366);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final RotaPlan plan;
    private final MunicipalCalendar calendar;
    private final List<String> positions;
    private final Decider decider;

    private Rota(RotaPlan plan, MunicipalCalendar calendar) {
        this.plan = plan;
        this.calendar = calendar;
        var faults = plan.faults(calendar);
        if (!faults.isEmpty()) {
            throw new InvalidModelException("rota " + plan.id(), faults);
        }
        this.positions = plan.positions();
        this.decider = new Decider(plan, calendar);
    }

    /**
     * The rota of a plan, with Sweden's standard calendar.
     *
     * @param plan the plan
     * @return the rota
     * @throws InvalidModelException with everything that is wrong, at pointers of the JSON document
     */
    public static Rota of(RotaPlan plan) {
        return of(plan, SwedishCalendar.standard());
    }

    /**
     * The rota of a plan.
     *
     * @param plan the plan
     * @param calendar says which days are red, and the other day classes. A day that the calendar does not know belongs
     *     to no class
     * @return the rota
     * @throws InvalidModelException with everything that is wrong, at pointers of the JSON document
     */
    public static Rota of(RotaPlan plan, MunicipalCalendar calendar) {
        return new Rota(requireNonNull(plan, "plan"), requireNonNull(calendar, "calendar"));
    }

    /**
     * What was planned and decided.
     *
     * @return the plan, equal to the one given
     */
    public RotaPlan plan() {
        return plan;
    }

    /**
     * Which days are red, and the other day classes.
     *
     * @return the calendar
     */
    public MunicipalCalendar calendar() {
        return calendar;
    }

    /**
     * What if the plan were another?
     *
     * @param change the change, such as {@code plan -> plan.withAbsence(absence)}
     * @return the rota of the changed plan, with the same calendar
     * @throws InvalidModelException if the changed plan is unsound
     */
    public Rota with(UnaryOperator<RotaPlan> change) {
        return of(change.apply(plan), calendar);
    }

    // Questions

    /**
     * The whole segment of a position that holds an instant.
     *
     * <p>It is the segment of a roster before that is clipped to the roster's interval (rule R7). It is followed 200
     * years to either side at most, and has no start before the first version.
     *
     * @param position the position's id
     * @param at when, in the years 1 to 8999
     * @return the segment; before the first version it is {@link Off} with {@link RotaReason.NotInEffect} (rule R2)
     * @throws IllegalArgumentException if the rota has no such position, or the instant lies outside those years, or a
     *     rotation that counts covered turns would have to count more than 50 million: 5,700 years of hours
     */
    public Segment at(String position, Instant at) {
        known(position);
        Decider.Answer answer = decider.at(position, sane(at));
        return segment(position, answer, Interval.of(from(position, answer, at), until(position, answer, at)));
    }

    private Instant from(String position, Decider.Answer answer, Instant at) {
        Instant earliest = at.minus(LONGEST);
        Decider.Answer first = answer;
        while (!first.sharpFrom() && first.from().isAfter(earliest)) {
            Decider.Answer before = decider.at(position, first.from().minusNanos(1));
            if (!before.equal(answer)) {
                break;
            }
            first = before;
        }
        return first.from();
    }

    private Instant until(String position, Decider.Answer answer, Instant at) {
        Instant latest = at.plus(LONGEST);
        Decider.Answer last = answer;
        while (!last.sharpUntil() && last.until().isBefore(latest)) {
            Decider.Answer after = decider.at(position, last.until());
            if (!after.equal(answer)) {
                break;
            }
            last = after;
        }
        return last.until();
    }

    /**
     * Who is on duty when, over an interval.
     *
     * @param interval the interval, bounded, not empty, of at most 200 years and within the years 1 to 8999
     * @return the roster
     * @throws IllegalArgumentException if the interval is none of these, or as {@link #at} does
     */
    public Roster resolve(Interval interval) {
        WallClock.requireBounded(interval, "interval to resolve");
        sane(interval.getStart());
        sane(interval.getEnd());
        if (interval.toDuration().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("""
                    The interval %s is longer than 200 years.
                    Maybe it was meant to end earlier; longer ones are asked for in parts.""".formatted(interval));
        }
        Map<String, List<Segment>> segments = new LinkedHashMap<>();
        for (String position : positions) {
            segments.put(position, segments(position, interval));
        }
        return new Roster(plan.id(), plan.zone(), interval, namesUntil(interval.getEnd()), segments);
    }

    /** What the positions are called by the versions that begin before an instant; a later name changes nothing. */
    private Map<String, LocalizedText> namesUntil(Instant end) {
        Map<String, LocalizedText> called = new LinkedHashMap<>();
        for (RotaVersion version : plan.versions()) {
            for (Position position : version.positions()) {
                if (version.effectiveFrom().isBefore(end)) {
                    called.put(position.id(), position.name());
                } else {
                    called.putIfAbsent(position.id(), position.name());
                }
            }
        }
        return called;
    }

    private List<Segment> segments(String position, Interval interval) {
        List<Segment> found = new ArrayList<>();
        Instant start = interval.getStart();
        Search search = decider.onwards(position, start);
        Decider.Answer current = search.answer();
        while (current.until().isBefore(interval.getEnd())) {
            Instant edge = current.until();
            Decider.Answer next = search.next();
            if (current.sharpUntil() || !next.equal(current)) {
                found.add(segment(position, current, Interval.of(start, edge)));
                start = edge;
            }
            current = next;
        }
        found.add(segment(position, current, Interval.of(start, interval.getEnd())));
        return found;
    }

    private static Segment segment(String position, Decider.Answer answer, Interval interval) {
        String holder = answer.holder();
        if (holder != null) {
            return new Duty(position, interval, holder, answer.because());
        }
        return answer.required()
                ? new Gap(position, interval, answer.because())
                : new Off(position, interval, answer.because());
    }

    /**
     * Who is next: the first duty after this instant's segment whose holder is another person.
     *
     * @param position the position's id
     * @param at when
     * @return the duty, or the answer that there is none within {@link #NEXT_WITHIN}
     * @throws IllegalArgumentException if the rota has no such position
     */
    public Next next(String position, Instant at) {
        Segment now = at(position, at);
        Instant limit = at.plus(NEXT_WITHIN).isBefore(LATEST) ? at.plus(NEXT_WITHIN) : LATEST;
        Segment segment = now;
        while (!segment.interval().isUnboundedEnd()
                && segment.interval().getEnd().isBefore(limit)) {
            segment = at(position, segment.interval().getEnd());
            if (segment instanceof Duty duty && !duty.holding().equals(now.holding())) {
                return new Next.Handover(duty);
            }
        }
        return new Next.Nobody(position, limit);
    }

    /**
     * Why somebody does not hold a position.
     *
     * @param person the person's id
     * @param position the position's id
     * @param at when
     * @return the reasons, the one about this person last; where it is a decision about the seat, or the policy of the
     *     layer, no other follows it. {@link RotaReason.Holds} if the person does hold it
     * @throws IllegalArgumentException if the rota has no such position
     */
    public List<RotaReason> whyNot(String person, String position, Instant at) {
        requireNonNull(person, "person");
        return decider.whyNot(person, known(position), sane(at));
    }

    /**
     * When somebody lacks a qualification.
     *
     * @param person the person's id
     * @param qualification the qualification's id
     * @param interval where to look, bounded and not empty
     * @return the stretches in order, none if it is valid all the time
     * @throws IllegalArgumentException if the interval is empty or unbounded
     */
    public List<Interval> lacks(String person, String qualification, Interval interval) {
        requireNonNull(person, "person");
        requireNonNull(qualification, "qualification");
        WallClock.requireBounded(interval, "interval");
        return List.copyOf(decider.validity(person, qualification).missing(interval));
    }

    private String known(String position) {
        if (!positions.contains(position)) {
            throw new IllegalArgumentException("The rota %s has no position %s; it has %s."
                    .formatted(plan.id(), position, String.join(", ", positions)));
        }
        return position;
    }

    private static Instant sane(Instant at) {
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new IllegalArgumentException(
                    "Nobody plans for %s; expected an instant of the years 1 to 8999.".formatted(at));
        }
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rota rota && rota.plan.equals(plan) && rota.calendar.equals(calendar);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    /** The id, the zone and how many of what; no persons. */
    @Override
    public String toString() {
        return "Rota[" + plan + "]";
    }
}
