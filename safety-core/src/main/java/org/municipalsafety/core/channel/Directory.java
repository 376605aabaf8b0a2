/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.area.Municipality;
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
import org.municipalsafety.core.hours.timeline.Timeline;
import org.municipalsafety.core.hours.timeline.Timelines;
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
        Timelines make = new Timelines(calendar, municipality.zone());
        for (ContactChannel channel : this.channels) {
            timeline(channel, make);
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
     * @return the reasons: what decided first, then what decided in the channel that it depends on, and so on
     * @throws IllegalArgumentException if there is no such channel
     */
    public List<ChannelReason> becauseAt(String channel, Instant at) {
        return known(channel).becauseAt(at.getEpochSecond());
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
        NextChange.@Nullable At change = timeline.nextChange(after.getEpochSecond(), Timeline.ceiling(limit));
        if (change != null) {
            return change;
        }
        OpenState state = timeline.stateAt(after.getEpochSecond());
        List<ChannelReason> because = timeline.becauseAt(after.getEpochSecond());
        return new NextChange.NotBefore(
                limit,
                LocalizedText.of(
                        text(state, because, limit, SWEDISH, "%s utan ändring till %s: %s"),
                        text(state, because, limit, Locale.ENGLISH, "%s without a change until %s: %s")));
    }

    private String text(OpenState state, List<ChannelReason> because, Instant limit, Locale locale, String form) {
        return form.formatted(
                state.text(locale), TimeText.of(locale, zone()).dateTime(limit), ChannelReason.text(because, locale));
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
                    step, step.channel().flatMap(this::channel).map(target -> choice(target, at, List.of()))));
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
        return Expiry.warnings(calendar, channels, today, today.plus(ahead));
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
        return known(channel).segments(WallClock.requireBounded(interval, "interval"));
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
                Optional.of(audience),
                seenBy(audience).stream().map(ContactChannel::id).toList(),
                interval);
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
        return certify(Optional.empty(), ids, interval);
    }

    private CoverageCertificate certify(Optional<Audience> audience, Collection<String> ids, Interval interval) {
        WallClock.requireBounded(interval, "interval");
        ids.forEach(this::known);
        return new Certifier(this, timelines).certify(audience, ids, interval);
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

    /** No circle leads back here: references are checked before. */
    private Timeline timeline(ContactChannel channel, Timelines make) {
        Timeline known = timelines.get(channel.id());
        if (known != null) {
            return known;
        }
        Timeline own;
        if (channel.availability() instanceof Availability.Outside outside) {
            ContactChannel other = requireNonNull(byId.get(outside.channel()));
            own = make.opposite(channel.id(), other.name(), timeline(other, make));
        } else {
            own = make.of(channel.id(), (OpeningHours) channel.availability());
        }
        Timeline whole = own;
        if (channel.via().isPresent()) {
            ContactChannel hop = requireNonNull(byId.get(channel.via().get()));
            whole = make.behind(channel.id(), own, hop.name(), timeline(hop, make));
        }
        timelines.put(channel.id(), whole);
        return whole;
    }
}
