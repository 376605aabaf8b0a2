/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Gap;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.RotaReason;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Looks through rotas for what somebody should look at.
 *
 * <pre>{@code
 * Window office = Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-17:00");
 * RotaChecks.all(List.of(tib, kib), year, office).forEach(finding -> …);
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class RotaChecks {

    private static final Locale SV = Locale.forLanguageTag("sv");
    private static final Locale EN = Locale.ENGLISH;

    private RotaChecks() {}

    /**
     * All findings, of one rota after the other; double bookings are looked for across them.
     *
     * @param rotas the rotas
     * @param interval where to look, as {@link Rota#resolve} takes it
     * @param handoverHours when handovers should lie; unlike elsewhere the end of a span is one of its times, so that
     *     {@code 08:00-17:00} allows one at 17:00. {@link Window#ALWAYS} allows all
     * @return the findings
     */
    public static List<Finding> all(List<Rota> rotas, Interval interval, Window handoverHours) {
        requireNonNull(handoverHours, "handoverHours");
        List<Finding> findings = new ArrayList<>();
        List<Booked> booked = new ArrayList<>();
        for (Rota rota : rotas) {
            Roster roster = rota.resolve(interval);
            for (String position : roster.positions()) {
                position(rota, roster, position, handoverHours, findings);
                for (Segment segment : roster.segments(position)) {
                    if (segment instanceof Duty duty) {
                        booked.add(new Booked(rota, duty));
                    }
                }
            }
            unqualified(rota, interval, findings);
            unused(rota, roster, findings);
            swaps(rota, interval, findings);
        }
        doubleBooked(booked, findings);
        return List.copyOf(findings);
    }

    private record Booked(Rota rota, Duty duty) {}

    private static void position(
            Rota rota, Roster roster, String position, Window handoverHours, List<Finding> findings) {
        @Nullable Segment before = null;
        for (Segment segment : roster.segments(position)) {
            Interval when = segment.interval();
            if (segment instanceof Gap gap) {
                findings.add(finding(Finding.Kind.GAP, rota, position, null, when, gap.sentence(SV), gap.sentence(EN)));
            }
            for (RotaReason reason : segment.because()) {
                // Half of a swap that gives way is a swap without effect.
                if (reason instanceof RotaReason.DecisionGivesWay way
                        && rota.plan().swaps().stream()
                                .noneMatch(one -> one.id().equals(way.decision()))) {
                    findings.add(finding(
                            Finding.Kind.DECISION_GIVES_WAY,
                            rota,
                            position,
                            way.holder(),
                            when,
                            reason.sentence(SV),
                            reason.sentence(EN)));
                }
            }
            if (segment instanceof Duty duty && isByDecision(duty)) {
                for (Absence absence : rota.plan().absences()) {
                    if (absence.person().equals(duty.holder())
                            && absence.interval().overlaps(when)) {
                        findings.add(finding(
                                Finding.Kind.ABSENT_BY_DECISION,
                                rota,
                                position,
                                duty.holder(),
                                absence.interval().intersection(when),
                                duty.holder() + " är frånvarande men har beredskap enligt beslut",
                                duty.holder() + " is absent but on standby by decision"));
                    }
                }
                for (String required : required(rota, duty)) {
                    for (Interval lacking : rota.lacks(duty.holder(), required, when)) {
                        findings.add(finding(
                                Finding.Kind.UNQUALIFIED_BY_DECISION,
                                rota,
                                position,
                                duty.holder(),
                                lacking,
                                duty.holder() + " saknar behörigheten " + required + " men har beredskap enligt beslut",
                                duty.holder() + " lacks the qualification " + required
                                        + " but is on standby by decision"));
                    }
                }
            }
            if (before instanceof Duty from
                    && segment instanceof Duty to
                    && !from.holder().equals(to.holder())) {
                if (!within(when.getStart(), handoverHours, rota)) {
                    findings.add(finding(
                            Finding.Kind.HANDOVER_OUTSIDE_HOURS,
                            rota,
                            position,
                            to.holder(),
                            when,
                            "överlämning från " + from.holder() + " till " + to.holder() + " utanför valda tider",
                            "handover from " + from.holder() + " to " + to.holder() + " outside the chosen hours"));
                }
            }
            before = segment;
        }
    }

    private static boolean within(Instant handover, Window window, Rota rota) {
        LocalDate day = LocalDate.ofInstant(handover, rota.plan().zone());
        // A span ends at 48:00 at the latest, which is the first instant of the second day after its own.
        for (int back = 0; back <= 2; back++) {
            LocalDate begun = day.minusDays(back);
            Set<DayClass> classes = rota.calendar().classesOf(begun);
            for (Window.Hours hours : window.hours()) {
                boolean chosen =
                        hours.days().contains(begun.getDayOfWeek()) || !Collections.disjoint(hours.classes(), classes);
                if (chosen
                        && Collections.disjoint(hours.except(), classes)
                        && hours.span()
                                .on(begun, rota.plan().zone())
                                .filter(span ->
                                        span.contains(handover) || span.getEnd().equals(handover))
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isByDecision(Duty duty) {
        return duty.because().stream().anyMatch(RotaReason::isDecision);
    }

    /** The part of an interval in which a version is in force, or null. */
    private static @Nullable Interval inForce(Rota rota, int version, Interval interval) {
        Instant from = later(rota.plan().versions().get(version).effectiveFrom(), interval.getStart());
        Instant until = version + 1 < rota.plan().versions().size()
                ? earlier(rota.plan().versions().get(version + 1).effectiveFrom(), interval.getEnd())
                : interval.getEnd();
        return from.isBefore(until) ? Interval.of(from, until) : null;
    }

    /** Layers that never decide while a version is in force, and members who never come on duty in any of them. */
    private static void unused(Rota rota, Roster roster, List<Finding> findings) {
        Map<String, Set<String>> planned = new LinkedHashMap<>();
        for (int i = 0; i < rota.plan().versions().size(); i++) {
            RotaVersion version = rota.plan().versions().get(i);
            Interval part = inForce(rota, i, roster.interval());
            if (part == null) {
                continue;
            }
            for (Position position : version.positions()) {
                Set<String> deciding = new LinkedHashSet<>();
                for (Segment segment : roster.segments(position.id())) {
                    if (segment.because().contains(new RotaReason.InVersion(i + 1))) {
                        decides(segment).ifPresent(deciding::add);
                    }
                }
                Set<String> members = planned.computeIfAbsent(position.id(), id -> new LinkedHashSet<>());
                for (Layer layer : position.layers()) {
                    members.addAll(members(version, layer));
                    if (!deciding.contains(layer.id())) {
                        findings.add(finding(
                                Finding.Kind.LAYER_NEVER_USED,
                                rota,
                                position.id(),
                                layer.id(),
                                part,
                                "lager " + layer.id() + " avgör aldrig",
                                "layer " + layer.id() + " never decides"));
                    }
                }
            }
        }
        planned.forEach((position, members) -> {
            roster.segments(position).forEach(segment -> segment.holding().ifPresent(members::remove));
            members.forEach(member -> findings.add(finding(
                    Finding.Kind.NEVER_ON_DUTY,
                    rota,
                    position,
                    member,
                    roster.interval(),
                    member + " har aldrig beredskap",
                    member + " is never on standby")));
        });
    }

    /** The layer that gives a segment its holder, or leaves it empty; others on the way only fell through. */
    private static Optional<String> decides(Segment segment) {
        Optional<String> decides = Optional.empty();
        for (RotaReason reason : segment.because()) {
            if (segment instanceof Duty && reason instanceof RotaReason.InTurn turn) {
                decides = Optional.of(turn.layer());
            } else if (reason instanceof RotaReason.LeftEmpty empty) {
                decides = Optional.of(empty.layer());
            }
        }
        return decides;
    }

    /** What the version that a duty names requires of its holder. */
    private static List<String> required(Rota rota, Duty duty) {
        for (RotaReason reason : duty.because()) {
            if (reason instanceof RotaReason.InVersion in) {
                for (Position position :
                        rota.plan().versions().get(in.version() - 1).positions()) {
                    if (position.id().equals(duty.position())) {
                        return position.requires();
                    }
                }
            }
        }
        return List.of();
    }

    private record Need(String position, String member, String qualification) {}

    /** Members and named substitutes who lack what their position requires while they are planned for it. */
    private static void unqualified(Rota rota, Interval interval, List<Finding> findings) {
        Map<Need, List<Interval>> needs = new LinkedHashMap<>();
        for (int i = 0; i < rota.plan().versions().size(); i++) {
            RotaVersion version = rota.plan().versions().get(i);
            Interval part = inForce(rota, i, interval);
            if (part == null) {
                continue;
            }
            for (Position position : version.positions()) {
                Set<String> members = new LinkedHashSet<>();
                for (Layer layer : position.layers()) {
                    members.addAll(members(version, layer));
                    layer.substitution().persons().forEach(named -> members.addAll(version.personsOf(named)));
                }
                for (String required : position.requires()) {
                    for (String member : members) {
                        List<Interval> known = needs.computeIfAbsent(
                                new Need(position.id(), member, required), need -> new ArrayList<>());
                        int last = known.size() - 1;
                        if (last >= 0 && known.get(last).getEnd().equals(part.getStart())) {
                            known.set(last, known.get(last).span(part));
                        } else {
                            known.add(part);
                        }
                    }
                }
            }
        }
        needs.forEach((need, spans) -> spans.forEach(span -> rota.lacks(need.member(), need.qualification(), span)
                .forEach(lacking -> findings.add(unqualified(rota, need, span, lacking)))));
    }

    private static Finding unqualified(Rota rota, Need need, Interval span, Interval lacking) {
        @Nullable Instant expired = null;
        for (Qualification one : rota.plan().qualifications()) {
            Instant until = one.until().orElse(Instant.MAX);
            if (one.person().equals(need.member())
                    && one.qualification().equals(need.qualification())
                    && !until.isAfter(lacking.getStart())) {
                expired = expired == null ? until : later(expired, until);
            }
        }
        if (expired == null) {
            return finding(
                    Finding.Kind.QUALIFICATION_MISSING,
                    rota,
                    need.position(),
                    need.member(),
                    lacking,
                    need.member() + " saknar behörigheten " + need.qualification(),
                    need.member() + " lacks the qualification " + need.qualification());
        }
        boolean expiring = expired.isAfter(span.getStart());
        return finding(
                expiring ? Finding.Kind.QUALIFICATION_EXPIRING : Finding.Kind.QUALIFICATION_EXPIRED,
                rota,
                need.position(),
                need.member(),
                lacking,
                "behörigheten " + need.qualification() + " för " + need.member() + (expiring ? " går ut " : " gick ut ")
                        + TimeText.of(SV, rota.plan().zone()).dateTime(expired),
                "the qualification " + need.qualification() + " of " + need.member()
                        + (expiring ? " expires " : " expired ")
                        + TimeText.of(EN, rota.plan().zone()).dateTime(expired));
    }

    /** The members of a layer, groups as their persons. */
    private static Set<String> members(RotaVersion version, Layer layer) {
        Set<String> members = new LinkedHashSet<>();
        layer.rotation().members().forEach(member -> members.addAll(version.personsOf(member)));
        return members;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Swaps do not follow later edits; here it shows. */
    private static void swaps(Rota rota, Interval interval, List<Finding> findings) {
        for (Swap swap : rota.plan().swaps()) {
            Rota without = rota.with(plan -> plan.withoutDecision(swap.id()));
            half(rota, without, swap, swap.first(), swap.second().holder(), interval, findings);
            half(rota, without, swap, swap.second(), swap.first().holder(), interval, findings);
        }
    }

    private static void half(
            Rota rota,
            Rota without,
            Swap swap,
            Swap.Side half,
            String from,
            Interval interval,
            List<Finding> findings) {
        if (!half.interval().overlaps(interval)) {
            return;
        }
        Interval when = half.interval().intersection(interval);
        for (Segment segment : rota.resolve(when).segments(half.position())) {
            boolean decides = segment.because().stream()
                    .anyMatch(reason -> reason instanceof RotaReason.Swapped swapped
                            && swapped.swap().equals(swap.id()));
            if (!decides) {
                findings.add(finding(
                        Finding.Kind.SWAP_WITHOUT_EFFECT,
                        rota,
                        half.position(),
                        swap.id(),
                        segment.interval(),
                        "byte " + swap.id() + " gäller inte; " + segment.sentence(SV),
                        "swap " + swap.id() + " has no effect; " + segment.sentence(EN)));
            }
        }
        for (Segment segment : without.resolve(when).segments(half.position())) {
            if (!segment.holding().equals(Optional.of(from))) {
                String swedish = segment.holding().orElse("ingen");
                String english = segment.holding().orElse("nobody");
                findings.add(finding(
                        Finding.Kind.SWAP_MISSES_ITS_DUTY,
                        rota,
                        half.position(),
                        swap.id(),
                        segment.interval(),
                        "byte " + swap.id() + " tar tiden från " + swedish + ", inte från " + from,
                        "swap " + swap.id() + " takes the time from " + english + ", not from " + from));
            }
        }
    }

    private static void doubleBooked(List<Booked> booked, List<Finding> findings) {
        List<Booked> byStart = new ArrayList<>(booked);
        byStart.sort(Comparator.comparing((Booked one) -> one.duty().interval().getStart())
                .thenComparing(one -> one.rota().plan().id())
                .thenComparing(one -> one.duty().position()));
        Map<String, List<Booked>> openByHolder = new HashMap<>();
        for (Booked next : byStart) {
            Interval when = next.duty().interval();
            String holder = next.duty().holder();
            List<Booked> open = openByHolder.computeIfAbsent(holder, person -> new ArrayList<>());
            open.removeIf(one -> !one.duty().interval().getEnd().isAfter(when.getStart()));
            for (Booked one : open) {
                String first = one.rota().plan().id() + "/" + one.duty().position();
                String second = next.rota().plan().id() + "/" + next.duty().position();
                findings.add(finding(
                        Finding.Kind.DOUBLE_BOOKED,
                        next.rota(),
                        next.duty().position(),
                        holder,
                        one.duty().interval().intersection(when),
                        holder + " har " + first + " och " + second,
                        holder + " holds " + first + " and " + second));
            }
            open.add(next);
        }
    }

    private static Finding finding(
            Finding.Kind kind,
            Rota rota,
            String position,
            @Nullable String subject,
            Interval when,
            String swedish,
            String english) {
        String place = rota.plan().id() + "/" + position + ", ";
        return new Finding(
                kind,
                rota.plan().id(),
                position,
                subject,
                when,
                LocalizedText.of(
                        place + TimeText.of(SV, rota.plan().zone()).interval(when) + ": " + swedish,
                        place + TimeText.of(EN, rota.plan().zone()).interval(when) + ": " + english));
    }
}
