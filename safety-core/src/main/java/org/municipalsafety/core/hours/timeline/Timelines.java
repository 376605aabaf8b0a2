/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;

/**
 * Makes the timelines of one directory: all follow its calendar and its clocks, and share the borders of their blocks.
 *
 * <p>Confined to one thread; what it makes is thread-safe.
 */
public final class Timelines {

    /** The years of four digits: hours that rest on no calendar are known in all of them. */
    private static final LocalDate FIRST_YEAR = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_YEAR = LocalDate.of(9999, 12, 31);

    private final MunicipalCalendar calendar;
    private final ZoneId zone;
    private final long start;
    private final long end;
    /** Hours that several channels keep are compiled for the first of them. */
    private final Map<OpeningHours, Timeline> byHours = new HashMap<>();

    /**
     * For one calendar and zone.
     *
     * @param calendar the calendar that hours follow
     * @param zone where the clocks are
     */
    public Timelines(MunicipalCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
        this.start = second(calendar.firstDay());
        this.end = second(calendar.lastDay().plusDays(1));
    }

    /**
     * A channel with hours of its own.
     *
     * @param channel its id
     * @param hours its hours
     * @return its states
     */
    public Timeline of(String channel, OpeningHours hours) {
        Timeline same = byHours.get(hours);
        if (same != null) {
            return timeline(
                    channel,
                    hours.restsOnCalendar(),
                    (number, from, until) -> same.block(number).of(channel));
        }
        RuleCompiler compiler = new RuleCompiler(channel, hours, calendar, zone);
        Timeline own =
                timeline(channel, hours.restsOnCalendar(), (number, from, until) -> compiler.compile(from, until));
        byHours.put(hours, own);
        return own;
    }

    /**
     * A channel that is open while another is closed, and unknown while that is unknown.
     *
     * @param channel its id
     * @param otherName the other's name
     * @param other the other's states
     * @return its states
     */
    public Timeline opposite(String channel, LocalizedText otherName, Timeline other) {
        return timeline(
                channel,
                other.restsOnCalendar(),
                (number, from, until) -> Combined.opposite(channel, otherName, other.block(number)));
    }

    /**
     * A channel that is reached through another.
     *
     * @param channel its id
     * @param own its states by itself
     * @param hopName the name of the one that answers first
     * @param hop the states of that one
     * @return its states
     */
    public Timeline behind(String channel, Timeline own, LocalizedText hopName, Timeline hop) {
        return timeline(
                channel,
                own.restsOnCalendar() || hop.restsOnCalendar(),
                (number, from, until) -> Combined.behind(channel, hopName, own.block(number), hop.block(number)));
    }

    private Timeline timeline(String channel, boolean restsOnCalendar, Timeline.Compiler compiler) {
        Timeline.Known known = restsOnCalendar
                ? new Timeline.Known(start, end, true, DayDecisions.beyond(channel, calendar))
                : new Timeline.Known(
                        Math.min(start, second(FIRST_YEAR)),
                        Math.max(end, second(LAST_YEAR.plusDays(1))),
                        false,
                        List.of(new ChannelReason(
                                ChannelReason.Kind.BEYOND_CALENDAR,
                                channel,
                                "/availability",
                                LocalizedText.of(
                                        "bara åren 1 till 9999 räknas ut",
                                        "only the years 1 to 9999 are worked out"))));
        return new Timeline(start, end, known, compiler);
    }

    private long second(LocalDate day) {
        return WallClock.startOf(day, zone).getEpochSecond();
    }
}
