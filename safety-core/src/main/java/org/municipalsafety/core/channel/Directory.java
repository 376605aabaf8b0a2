/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.CalendarChanges;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.hours.timeline.Cursors;
import org.municipalsafety.core.hours.timeline.RuleCompiler;
import org.municipalsafety.core.hours.timeline.Timeline;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * The contact channels of a municipality: who can be reached now, when that changes, and whether somebody always can.
 *
 * <pre>{@code
 * Directory directory = DirectoryDocument.read(Path.of("norrkoping.json"));
 * directory.reachableAt(now, Audience.PUBLIC).first();        // the channel to use, why, and until when
 * directory.certify(Audience.PUBLIC, nextYear).holds();       // can somebody be reached around the clock?
 * }</pre>
 *
 * <p>Answers come from timelines that are compiled a year at a time when first asked for; after that a state is a
 * binary search. Hours that rest on the calendar, by a class of days or a named day, are unknown outside its days, and
 * so is, on its first day, what may have begun on the day before; all others are known in the years 1 to 9999.
 * Immutable and thread-safe.
 */
public final class Directory {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration WEEK = Duration.ofDays(7);
    /** The years of four digits: hours that rest on no calendar are known in all of them. */
    private static final LocalDate FIRST_YEAR = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_YEAR = LocalDate.of(9999, 12, 31);

    private final Municipality municipality;
    private final MunicipalCalendar calendar;
    private final List<ContactChannel> channels;
    private final Map<String, ContactChannel> byId = new LinkedHashMap<>();
    private final Map<String, Timeline> timelines = new LinkedHashMap<>();

    private Directory(Municipality municipality, MunicipalCalendar calendar, List<ContactChannel> channels) {
        this.municipality = requireNonNull(municipality, "municipality");
        this.calendar = requireNonNull(calendar, "calendar");
        this.channels = List.copyOf(channels);
        List<Fault> faults = References.faults(
                this.channels.stream().map(References::of).toList(),
                calendar.dayClasses().keySet(),
                calendar.dayIds().keySet());
        if (!faults.isEmpty()) {
            throw new InvalidModelException("directory of municipality " + municipality.code(), faults);
        }
        for (ContactChannel channel : this.channels) {
            byId.put(channel.id(), channel);
        }
        for (ContactChannel channel : this.channels) {
            timeline(channel);
        }
    }

    /**
     * A directory.
     *
     * @param municipality whose
     * @param calendar the calendar that its rules follow
     * @param channels the channels in order of choice
     * @return the directory
     * @throws InvalidModelException if ids repeat, a reference leads nowhere, round in a circle or to a channel that
     *     fewer people may see, a fallback leads to a channel that is reached through the one that is closed, or a
     *     class or named day is not in the calendar; all such faults at once
     */
    public static Directory of(Municipality municipality, MunicipalCalendar calendar, List<ContactChannel> channels) {
        return new Directory(municipality, calendar, channels);
    }

    /**
     * Whose directory it is.
     *
     * @return the municipality
     */
    public Municipality municipality() {
        return municipality;
    }

    /**
     * The calendar that the rules follow.
     *
     * @return the calendar
     */
    public MunicipalCalendar calendar() {
        return calendar;
    }

    /**
     * All channels, whoever may see them; what leaves the municipality goes through {@link #view}.
     *
     * @return the channels in order of choice
     */
    public List<ContactChannel> channels() {
        return channels;
    }

    /**
     * A channel by its id.
     *
     * @param id the id
     * @return the channel, or nothing if there is none
     */
    public Optional<ContactChannel> channel(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * What an audience may see of the directory (rule D3).
     *
     * @param audience who reads
     * @return a directory of the channels meant for it; it answers as this one does
     */
    public Directory view(Audience audience) {
        return new Directory(municipality, calendar, seenBy(audience));
    }

    private List<ContactChannel> seenBy(Audience audience) {
        return channels.stream()
                .filter(channel -> audience.includes(channel.audience()))
                .toList();
    }

    // At an instant

    /**
     * Whether a channel is open.
     *
     * @param channel its id
     * @param at the instant
     * @return the state
     * @throws IllegalArgumentException if there is no such channel
     */
    public OpenState stateAt(String channel, Instant at) {
        return known(channel).stateAt(at.getEpochSecond());
    }

    /**
     * What decides a channel's state (rule C2).
     *
     * @param channel its id
     * @param at the instant
     * @return the reason
     * @throws IllegalArgumentException if there is no such channel
     */
    public ChannelReason becauseAt(String channel, Instant at) {
        return known(channel).reasonAt(at.getEpochSecond());
    }

    /**
     * When a channel next changes its state.
     *
     * @param channel its id
     * @param after the instant; a change at exactly this instant is not meant
     * @param limit how far to look, exclusive
     * @return the change, or that there is none before the limit, and why
     * @throws IllegalArgumentException if there is no such channel, or the limit is not after the instant
     */
    public NextChange nextChange(String channel, Instant after, Instant limit) {
        Timeline timeline = known(channel);
        if (!after.isBefore(limit)) {
            throw new IllegalArgumentException("The limit %s is not after %s.".formatted(limit, after));
        }
        NextChange.@Nullable At change = timeline.nextChange(after.getEpochSecond(), ceiling(limit));
        if (change != null) {
            return change;
        }
        OpenState state = timeline.stateAt(after.getEpochSecond());
        ChannelReason because = timeline.reasonAt(after.getEpochSecond());
        return new NextChange.NotBefore(
                limit,
                LocalizedText.of(
                        text(state, because, limit, SWEDISH, "%s utan ändring till %s: %s"),
                        text(state, because, limit, Locale.ENGLISH, "%s without a change until %s: %s")));
    }

    private String text(OpenState state, ChannelReason because, Instant limit, Locale locale, String form) {
        return form.formatted(state.text(locale), TimeText.of(locale, zone()).dateTime(limit), because.text(locale));
    }

    /**
     * Who can be reached: every channel meant for the audience, the open ones first, with reasons and until when, and
     * for each that is not open what to do instead. A channel for authorities is never shown to the public.
     *
     * @param at the instant
     * @param audience who asks
     * @return the ordered choice
     */
    public Reachability reachableAt(Instant at, Audience audience) {
        List<Reachability.Choice> choices = new ArrayList<>();
        for (ContactChannel channel : seenBy(audience)) {
            choices.add(choice(channel, at));
        }
        choices.sort(Comparator.comparingInt(choice -> rank(choice.state())));
        return new Reachability(at, audience, zone(), choices);
    }

    /**
     * What to do instead of a channel: the steps of its fallback in order, each with the state of the channel that it
     * names and the reason. A step is not followed to the fallback of the channel that it names.
     *
     * @param channel its id
     * @param at the instant
     * @return the steps, whether or not the channel is open; {@link Reachability.Alternative#helps} tells which lead
     *     somewhere
     * @throws IllegalArgumentException if there is no such channel
     */
    public List<Reachability.Alternative> fallbackAt(String channel, Instant at) {
        ContactChannel found = channel(channel).orElseThrow(() -> unknown(channel));
        List<Reachability.Alternative> steps = new ArrayList<>();
        for (FallbackStep step : found.fallback()) {
            steps.add(new Reachability.Alternative(
                    step,
                    step.channel()
                            .flatMap(this::channel)
                            .map(target -> choice(target, at, List.of()))
                            .orElse(null)));
        }
        return List.copyOf(steps);
    }

    private Reachability.Choice choice(ContactChannel channel, Instant at) {
        boolean open = stateAt(channel.id(), at) == OpenState.OPEN;
        return choice(channel, at, open ? List.of() : fallbackAt(channel.id(), at));
    }

    private Reachability.Choice choice(ContactChannel channel, Instant at, List<Reachability.Alternative> otherwise) {
        String id = channel.id();
        return new Reachability.Choice(
                channel, stateAt(id, at), becauseAt(id, at), nextChange(id, at, at.plus(YEAR)), otherwise);
    }

    private static int rank(OpenState state) {
        return state == OpenState.OPEN ? 0 : state == OpenState.UNKNOWN ? 1 : 2;
    }

    /**
     * A channel's state in words, with the reason, the next change, and what to do instead.
     *
     * @param channel its id
     * @param at the instant
     * @param locale Swedish, or else English
     * @return one line
     * @throws IllegalArgumentException if there is no such channel
     */
    public String explain(String channel, Instant at, Locale locale) {
        ContactChannel found = channel(channel).orElseThrow(() -> unknown(channel));
        return new Reachability(at, found.audience(), zone(), List.of(choice(found, at))).text(locale);
    }

    /**
     * Dated exceptions, and days that the municipality itself has dated, that have ended or end soon.
     *
     * @param today the day on which one asks
     * @param ahead how far to look, such as {@code Period.ofDays(60)}
     * @return the warnings in the order of the document
     */
    public List<ExpiryWarning> expiring(LocalDate today, Period ahead) {
        List<ExpiryWarning> warnings = new ArrayList<>();
        LocalDate horizon = today.plus(ahead);
        List<CalendarChanges.OwnDay> days = calendar.changes().days();
        for (int i = 0; i < days.size(); i++) {
            warn(
                    warnings,
                    "/calendar/days/" + i,
                    days.get(i).name(),
                    days.get(i).dates().last(),
                    today,
                    horizon);
        }
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).availability() instanceof OpeningHours hours) {
                for (int j = 0; j < hours.dates().size(); j++) {
                    warn(
                            warnings,
                            "/channels/" + i + "/availability/dates/" + j,
                            channels.get(i).name(),
                            hours.dates().get(j).last(),
                            today,
                            horizon);
                }
            }
        }
        return List.copyOf(warnings);
    }

    private static void warn(
            List<ExpiryWarning> warnings,
            String pointer,
            LocalizedText name,
            LocalDate last,
            LocalDate today,
            LocalDate horizon) {
        if (last.isAfter(horizon)) {
            return;
        }
        boolean over = last.isBefore(today);
        LocalizedText text = LocalizedText.of(
                (over
                                ? "%s: undantaget slutade gälla %s. Förnya det eller ta bort det."
                                : "%s: undantaget gäller till och med %s. Förnya det om det ska gälla även sedan.")
                        .formatted(
                                name.in(SWEDISH),
                                TimeText.of(SWEDISH, ZoneOffset.UTC).date(last)),
                (over
                                ? "%s: the exception ended on %s. Renew it or take it out."
                                : "%s: the exception holds until %s inclusive. Renew it if it is to hold after that.")
                        .formatted(
                                name.in(Locale.ENGLISH),
                                TimeText.of(Locale.ENGLISH, ZoneOffset.UTC).date(last)));
        warnings.add(new ExpiryWarning(pointer, last, over, text));
    }

    // Over an interval

    /**
     * A channel's states over an interval.
     *
     * @param channel its id
     * @param interval bounded and not empty
     * @return segments that fill the interval: in order, without seams, neighbours different in state or reason
     * @throws IllegalArgumentException if there is no such channel, or the interval is unbounded or empty
     */
    public List<Segment> hours(String channel, Interval interval) {
        Timeline timeline = known(channel);
        WallClock.requireBounded(interval, "interval");
        long until = ceiling(interval.getEnd());
        List<Segment> segments = new ArrayList<>();
        Timeline.Cursor cursor = timeline.cursor(interval.getStart().getEpochSecond());
        Instant start = interval.getStart();
        while (true) {
            OpenState state = cursor.state();
            ChannelReason because = cursor.because();
            long end = cursor.end();
            boolean last = end >= until;
            if (!last) {
                cursor.advance();
                if (cursor.state() == state && cursor.because().equals(because)) {
                    continue;
                }
            }
            Instant to = last ? interval.getEnd() : Instant.ofEpochSecond(end);
            segments.add(new Segment(Interval.of(start, to), state, because));
            if (last) {
                return List.copyOf(segments);
            }
            start = to;
        }
    }

    /**
     * Checks whether somebody can be reached at every instant (rule C5).
     *
     * @param audience whose channels count: all that are meant for it
     * @param interval bounded and not empty
     * @return the finding
     * @throws IllegalArgumentException if the interval is unbounded or empty
     */
    public CoverageCertificate certify(Audience audience, Interval interval) {
        requireNonNull(audience, "audience");
        return certify(
                audience, seenBy(audience).stream().map(ContactChannel::id).toList(), interval);
    }

    /**
     * Checks whether one of the given channels can be reached at every instant (rule C5).
     *
     * @param ids the channels that count
     * @param interval bounded and not empty
     * @return the finding
     * @throws IllegalArgumentException if there is no such channel, or the interval is unbounded or empty
     */
    public CoverageCertificate certify(Collection<String> ids, Interval interval) {
        return certify(null, ids, interval);
    }

    private CoverageCertificate certify(@Nullable Audience audience, Collection<String> ids, Interval interval) {
        WallClock.requireBounded(interval, "interval");
        Set<String> counted = new LinkedHashSet<>(ids);
        long from = interval.getStart().getEpochSecond();
        Cursors cursors =
                new Cursors(counted.stream().map(id -> known(id).cursor(from)).toList());
        long until = ceiling(interval.getEnd());
        Stretches gaps = new Stretches(interval);
        Stretches unknowns = new Stretches(interval);
        int fewest = Integer.MAX_VALUE;
        long at = from;
        while (at < until) {
            cursors.moveTo(at);
            long next = Math.min(until, cursors.end());
            fewest = Math.min(fewest, cursors.open());
            if (cursors.open() == 0) {
                (cursors.unknown() == 0 ? gaps : unknowns).add(at, next);
            }
            at = next;
        }
        List<CoverageCertificate.Counted> names = new ArrayList<>();
        Map<String, String> restsOn = new LinkedHashMap<>();
        for (String id : counted) {
            ContactChannel channel = requireNonNull(byId.get(id));
            names.add(new CoverageCertificate.Counted(id, channel.name()));
            digests(channel, restsOn);
        }
        List<Interval> closed = gaps.list();
        List<Interval> vague = unknowns.list();
        return new CoverageCertificate(
                municipality,
                audience,
                interval,
                names,
                restsOn,
                calendar.version(),
                timeZoneDataVersion(zone()),
                closed,
                vague,
                fewest,
                always(interval, closed.isEmpty() && vague.isEmpty(), restsOn.keySet()));
    }

    /** Weeks that are all alike, one of them checked from end to end (rule C5). */
    private CoverageCertificate.Always always(Interval interval, boolean holds, Set<String> restsOn) {
        List<LocalizedText> against = new ArrayList<>();
        if (!holds) {
            against.add(LocalizedText.of(
                    "intyget håller inte den tid som kontrollerades",
                    "the certificate does not hold for the time that was checked"));
        }
        if (interval.toDuration().compareTo(WEEK) < 0) {
            against.add(LocalizedText.of(
                    "den kontrollerade tiden är kortare än en vecka", "the time checked is shorter than a week"));
        }
        if (!zone().getRules().isFixedOffset()) {
            against.add(LocalizedText.of(
                    "klockorna i " + zone() + " ställs om, eller har ställts om",
                    "the clocks of " + zone() + " change, or have changed"));
        }
        for (String id : restsOn) {
            ContactChannel channel = requireNonNull(byId.get(id));
            if (channel.availability() instanceof OpeningHours hours && !hours.isWeekly()) {
                against.add(words(
                        "%s har andra tider än veckans (datum, namngivna dagar, dagklasser eller årstider)",
                        "%s has other hours than those of the week (dates, named days, classes of days or seasons)",
                        channel));
            }
        }
        if (!against.isEmpty()) {
            return new CoverageCertificate.Always(false, against);
        }
        return new CoverageCertificate.Always(
                true,
                List.of(
                        LocalizedText.of(
                                "alla tider som intyget vilar på är veckotider",
                                "all hours that the certificate rests on are those of the week"),
                        LocalizedText.of(
                                "klockorna i " + zone() + " ställs aldrig om",
                                "the clocks of " + zone() + " never change"),
                        LocalizedText.of(
                                "en hel vecka är kontrollerad, och alla andra är likadana",
                                "a whole week was checked, and all others are like it")));
    }

    private void digests(ContactChannel channel, Map<String, String> digests) {
        if (digests.putIfAbsent(channel.id(), DirectoryDocument.digest(channel)) == null) {
            for (String id : References.of(channel).to()) {
                digests(requireNonNull(byId.get(id)), digests);
            }
        }
    }

    private static String timeZoneDataVersion(ZoneId zone) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
            return "none (fixed offset)";
        }
        return ZoneRulesProvider.getVersions(zone.getId()).lastKey();
    }

    /** Joins neighbouring stretches and keeps to the interval asked for. */
    private static final class Stretches {
        private final Interval within;
        private final List<Interval> found = new ArrayList<>();
        private long start;
        private long end = Long.MIN_VALUE;

        Stretches(Interval within) {
            this.within = within;
        }

        void add(long from, long until) {
            if (from != end) {
                close();
                start = from;
            }
            end = until;
        }

        private void close() {
            if (end != Long.MIN_VALUE) {
                Instant first = Instant.ofEpochSecond(start);
                Instant last = Instant.ofEpochSecond(end);
                found.add(Interval.of(
                        first.isBefore(within.getStart()) ? within.getStart() : first,
                        last.isAfter(within.getEnd()) ? within.getEnd() : last));
            }
        }

        List<Interval> list() {
            close();
            return List.copyOf(found);
        }
    }

    // Values

    /** Equal if municipality, calendar and channels are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Directory that
                && municipality.equals(that.municipality)
                && calendar.equals(that.calendar)
                && channels.equals(that.channels);
    }

    @Override
    public int hashCode() {
        return channels.hashCode();
    }

    /** The code of the municipality and the ids of the channels. */
    @Override
    public String toString() {
        return "Directory[" + municipality.code() + ", " + byId.keySet() + "]";
    }

    private ZoneId zone() {
        return municipality.zone();
    }

    private static long ceiling(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }

    private Timeline known(String channel) {
        requireNonNull(channel, "channel");
        Timeline timeline = timelines.get(channel);
        if (timeline == null) {
            throw unknown(channel);
        }
        return timeline;
    }

    private IllegalArgumentException unknown(String channel) {
        return new IllegalArgumentException(
                "There is no channel %s; expected one of %s.".formatted(channel, byId.keySet()));
    }

    // Compiling

    /** No circle leads back here: references are checked before. */
    private Timeline timeline(ContactChannel channel) {
        Timeline known = timelines.get(channel.id());
        if (known != null) {
            return known;
        }
        Timeline own;
        if (channel.availability() instanceof Availability.Outside outside) {
            ContactChannel other = requireNonNull(byId.get(outside.channel()));
            Timeline opposite = timeline(other);
            own = newTimeline(channel, (number, from, until) -> opposite(channel, other, opposite.block(number)));
        } else {
            RuleCompiler compiler =
                    new RuleCompiler(channel.id(), (OpeningHours) channel.availability(), calendar, zone());
            own = newTimeline(channel, (number, from, until) -> compiler.compile(from, until));
        }
        Timeline whole = own;
        if (channel.viaChannel() != null) {
            ContactChannel hop = requireNonNull(byId.get(channel.viaChannel()));
            Timeline first = timeline(hop);
            whole = newTimeline(
                    channel, (number, from, until) -> both(channel, hop, own.block(number), first.block(number)));
        }
        timelines.put(channel.id(), whole);
        return whole;
    }

    private Timeline newTimeline(ContactChannel channel, Timeline.Compiler compiler) {
        boolean bounded = restsOnCalendar(channel);
        ChannelReason beyond = bounded
                ? RuleCompiler.beyond(channel.id(), calendar)
                : new ChannelReason(
                        ChannelReason.Kind.BEYOND_CALENDAR,
                        channel.id(),
                        "/availability",
                        LocalizedText.of("bara åren 1 till 9999 räknas ut", "only the years 1 to 9999 are worked out"),
                        null);
        long start = second(calendar.firstDay());
        long end = second(calendar.lastDay().plusDays(1));
        return new Timeline(
                start,
                end,
                bounded ? start : Math.min(start, second(FIRST_YEAR)),
                bounded ? end : Math.max(end, second(LAST_YEAR.plusDays(1))),
                beyond,
                compiler);
    }

    private long second(LocalDate day) {
        return WallClock.startOf(day, zone()).getEpochSecond();
    }

    /** Whether the calendar has to say what a day is, for the channel itself or for one that it depends on. */
    private boolean restsOnCalendar(ContactChannel channel) {
        return (channel.availability() instanceof OpeningHours hours && hours.restsOnCalendar())
                || References.of(channel).to().stream().anyMatch(id -> restsOnCalendar(requireNonNull(byId.get(id))));
    }

    private static Timeline.Block opposite(ContactChannel channel, ContactChannel other, Timeline.Block block) {
        Timeline.Builder builder = new Timeline.Builder();
        Map<OpenState, LocalizedText> words = new EnumMap<>(OpenState.class);
        words.put(OpenState.OPEN, words("öppet när %s har stängt", "open while %s is closed", other));
        words.put(OpenState.CLOSED, words("stängt när %s har öppet", "closed while %s is open", other));
        words.put(OpenState.UNKNOWN, words("okänt om %s har öppet", "not known whether %s is open", other));
        for (int i = 0; i < block.starts.length; i++) {
            OpenState state = opposite(block.states[i]);
            builder.add(
                    block.starts[i],
                    state,
                    new ChannelReason(
                            ChannelReason.Kind.OUTSIDE,
                            channel.id(),
                            "/availability/outside",
                            requireNonNull(words.get(state)),
                            block.reasons[i]));
        }
        return builder.build();
    }

    /** Open while the other is closed, unknown while it is unknown. */
    private static OpenState opposite(OpenState state) {
        if (state == OpenState.UNKNOWN) {
            return OpenState.UNKNOWN;
        }
        return state == OpenState.OPEN ? OpenState.CLOSED : OpenState.OPEN;
    }

    private static Timeline.Block both(
            ContactChannel channel, ContactChannel hop, Timeline.Block own, Timeline.Block first) {
        Timeline.Builder builder = new Timeline.Builder();
        int i = 0;
        int j = 0;
        long at = own.starts[0];
        while (true) {
            OpenState state = own.states[i];
            OpenState answering = first.states[j];
            if (state == OpenState.CLOSED || answering == OpenState.OPEN) {
                builder.add(at, state, own.reasons[i]);
            } else {
                LocalizedText words = answering == OpenState.CLOSED
                        ? words("nås via %s, som har stängt", "reached through %s, which is closed", hop)
                        : words(
                                "nås via %s, okänt om den har öppet",
                                "reached through %s, not known whether it is open", hop);
                builder.add(
                        at,
                        answering,
                        new ChannelReason(ChannelReason.Kind.VIA, channel.id(), "/via", words, first.reasons[j]));
            }
            long nextOwn = i + 1 < own.starts.length ? own.starts[i + 1] : Long.MAX_VALUE;
            long nextFirst = j + 1 < first.starts.length ? first.starts[j + 1] : Long.MAX_VALUE;
            at = Math.min(nextOwn, nextFirst);
            if (at == Long.MAX_VALUE) {
                return builder.build();
            }
            i += nextOwn == at ? 1 : 0;
            j += nextFirst == at ? 1 : 0;
        }
    }

    private static LocalizedText words(String swedish, String english, ContactChannel other) {
        return LocalizedText.of(
                swedish.formatted(other.name().in(SWEDISH)),
                english.formatted(other.name().in(Locale.ENGLISH)));
    }
}
