/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;

/**
 * What a channel refers to, read from a channel or from a document whose other parts may be faulty.
 *
 * @param id its id, or null where that is faulty
 * @param audience its audience, or null where that is faulty
 * @param via the channel that answers first, or null
 * @param outside the channel it is the opposite of, or null
 * @param dayClasses the classes of its rules in order, null where one is faulty
 * @param namedDays the named days of its movable rules in order, null where one is faulty or of another kind
 */
record References(
        @Nullable String id,
        @Nullable Audience audience,
        @Nullable String via,
        @Nullable String outside,
        List<@Nullable DayClass> dayClasses,
        List<@Nullable String> namedDays) {

    /** The longest row of channels that each depend on the next. */
    static final int MAX_CHAIN = 8;

    /** The most channels in a directory. */
    static final int MAX_CHANNELS = 1_000;

    static References of(ContactChannel channel) {
        if (channel.availability() instanceof OpeningHours hours) {
            return new References(
                    channel.id(),
                    channel.audience(),
                    channel.viaChannel(),
                    null,
                    hours.dayClasses().stream()
                            .map(OpeningHours.OnDayClass::dayClass)
                            .toList(),
                    hours.movable().stream()
                            .map(rule -> rule.day() instanceof MovableDay.Named named ? named.id() : null)
                            .collect(Collectors.toList()));
        }
        return new References(
                channel.id(),
                channel.audience(),
                channel.viaChannel(),
                ((Availability.Outside) channel.availability()).channel(),
                List.of(),
                List.of());
    }

    /** The channels whose hours this one's depend on. */
    List<String> to() {
        List<String> to = new ArrayList<>();
        if (via != null) {
            to.add(via);
        }
        if (outside != null) {
            to.add(outside);
        }
        return to;
    }

    /**
     * The faults of all channels together; pointers are those of the document, the calendar null where it is faulty.
     */
    static List<Fault> faults(List<References> channels, @Nullable MunicipalCalendar calendar) {
        if (channels.size() > MAX_CHANNELS) {
            return List.of(Fault.of("/channels", channels.size() + " channels", "at most " + MAX_CHANNELS));
        }
        List<Fault> faults = new ArrayList<>();
        Map<String, References> byId = new HashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            String id = channels.get(i).id();
            if (id != null && byId.putIfAbsent(id, channels.get(i)) != null) {
                faults.add(Fault.of("/channels/" + i + "/id", "the id " + id + " a second time", "each id once"));
            }
        }
        boolean idsKnown = channels.stream().allMatch(channel -> channel.id() != null);
        for (int i = 0; i < channels.size(); i++) {
            References channel = channels.get(i);
            String place = "/channels/" + i;
            if (channel.via() != null) {
                faults.addAll(target(channel, channel.via(), byId, idsKnown, place + "/via"));
            }
            if (channel.outside() != null) {
                faults.addAll(target(channel, channel.outside(), byId, idsKnown, place + "/availability/outside"));
            }
            if (calendar == null) {
                continue;
            }
            for (int j = 0; j < channel.dayClasses().size(); j++) {
                @Nullable DayClass dayClass = channel.dayClasses().get(j);
                if (dayClass != null && !calendar.dayClasses().containsKey(dayClass)) {
                    faults.add(Fault.of(
                                    place + "/availability/dayClasses/" + j + "/class",
                                    "the day class " + dayClass,
                                    "one of " + calendar.dayClasses().keySet())
                            .maybe("Maybe it is missing among the calendar's classes."));
                }
            }
            for (int j = 0; j < channel.namedDays().size(); j++) {
                @Nullable String day = channel.namedDays().get(j);
                if (day != null && !calendar.dayIds().containsKey(day)) {
                    faults.add(Fault.of(
                            place + "/availability/movable/" + j + "/named",
                            "the day " + day,
                            "one of " + calendar.dayIds().keySet()));
                }
            }
        }
        List<Fault> circles = circles(channels, byId);
        faults.addAll(circles.isEmpty() ? chains(channels, byId) : circles);
        return faults;
    }

    /** How many channels stand behind each, counted no further than is needed. */
    private static List<Fault> chains(List<References> channels, Map<String, References> byId) {
        Map<String, Integer> depths = new HashMap<>();
        for (int round = 0; round <= MAX_CHAIN; round++) {
            for (References channel : byId.values()) {
                int deepest = 0;
                for (String to : channel.to()) {
                    deepest = Math.max(deepest, byId.containsKey(to) ? 1 + depths.getOrDefault(to, 0) : 0);
                }
                depths.put(String.valueOf(channel.id()), deepest);
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            if (depths.getOrDefault(String.valueOf(channels.get(i).id()), 0) > MAX_CHAIN) {
                faults.add(Fault.of(
                        "/channels/" + i,
                        "hours that depend on more than " + MAX_CHAIN + " channels in a row",
                        "at most " + MAX_CHAIN));
            }
        }
        return faults;
    }

    private static List<Fault> target(
            References channel, String id, Map<String, References> byId, boolean idsKnown, String place) {
        References target = byId.get(id);
        if (target == null) {
            return idsKnown
                    ? List.of(Fault.of(place, "no channel " + id, "the id of a channel in this directory"))
                    : List.of();
        }
        if (channel.audience() != null
                && target.audience() != null
                && !channel.audience().includes(target.audience())) {
            return List.of(Fault.of(
                    place,
                    "the channel " + id + " for " + target.audience(),
                    "a channel that " + channel.audience() + " may see, since its hours would show through"));
        }
        return List.of();
    }

    /** Each circle is reported once, at the channel from which it is found first. */
    private static List<Fault> circles(List<References> channels, Map<String, References> byId) {
        List<Fault> faults = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            String start = channels.get(i).id();
            if (start == null || !done.add(start)) {
                continue;
            }
            List<String> path = circle(start, byId, done);
            if (!path.isEmpty()) {
                faults.add(Fault.of(
                        "/channels/" + i,
                        "hours that depend on themselves: " + shown(path),
                        "no circle of via and outside"));
            }
        }
        return faults;
    }

    /** Depth first without recursion: a document may chain thousands of channels. */
    private static List<String> circle(String start, Map<String, References> byId, Set<String> done) {
        List<String> path = new ArrayList<>();
        Set<String> onPath = new HashSet<>();
        List<List<String>> open = new ArrayList<>();
        path.add(start);
        onPath.add(start);
        open.add(new ArrayList<>(next(start, byId)));
        while (!path.isEmpty()) {
            List<String> ahead = open.get(open.size() - 1);
            if (ahead.isEmpty()) {
                open.remove(open.size() - 1);
                onPath.remove(path.remove(path.size() - 1));
                continue;
            }
            String id = ahead.remove(ahead.size() - 1);
            if (onPath.contains(id)) {
                List<String> circle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
                circle.add(id);
                done.addAll(path);
                return circle;
            }
            if (done.add(id)) {
                path.add(id);
                onPath.add(id);
                open.add(new ArrayList<>(next(id, byId)));
            }
        }
        return List.of();
    }

    private static List<String> next(String id, Map<String, References> byId) {
        References channel = byId.get(id);
        return channel == null ? List.of() : channel.to();
    }

    private static String shown(List<String> path) {
        return path.size() <= 8
                ? String.join(" → ", path)
                : String.join(" → ", path.subList(0, 7)) + " → … (" + (path.size() - 1) + " channels)";
    }
}
