/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;

/**
 * What a channel refers to, read from a channel or from a document whose other parts may be faulty.
 *
 * @param id its id, or null where that is faulty
 * @param audience its audience, or null where that is faulty
 * @param via the channel that answers first, or null
 * @param outside the channel it is the opposite of, or null
 * @param dayClasses the classes of its rules in order, null where one is faulty
 * @param namedDays the named days of its movable rules in order, null where one is faulty or of another kind
 * @param fallback the steps of its fallback in order
 */
record References(
        @Nullable String id,
        @Nullable Audience audience,
        @Nullable String via,
        @Nullable String outside,
        List<@Nullable DayClass> dayClasses,
        List<@Nullable String> namedDays,
        List<Step> fallback) {

    /**
     * A step of a fallback.
     *
     * @param channel where it leads, or null where that is faulty or the step is only words
     * @param onlyWords whether it is only words
     */
    record Step(@Nullable String channel, boolean onlyWords) {

        static Step of(FallbackStep step) {
            return new Step(step.channel().orElse(null), step.channel().isEmpty());
        }
    }

    /** The longest row of channels that each depend on the next. */
    static final int MAX_CHAIN = 8;

    /** The most channels in a directory. */
    static final int MAX_CHANNELS = CoverageCertificate.MAX_CHANNELS;

    static References of(ContactChannel channel) {
        List<Step> fallback = channel.fallback().stream().map(Step::of).toList();
        if (channel.availability() instanceof OpeningHours hours) {
            return new References(
                    channel.id(),
                    channel.audience(),
                    channel.via().orElse(null),
                    null,
                    hours.dayClasses().stream()
                            .map(OpeningHours.OnDayClass::dayClass)
                            .toList(),
                    hours.movable().stream()
                            .map(rule -> rule.day() instanceof MovableDay.Named named ? named.id() : null)
                            .collect(Collectors.toList()),
                    fallback);
        }
        return new References(
                channel.id(),
                channel.audience(),
                channel.via().orElse(null),
                ((Availability.Outside) channel.availability()).channel(),
                List.of(),
                List.of(),
                fallback);
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
     * The faults of all channels together; pointers are those of the document.
     *
     * @param dayClasses the classes of the calendar, or null where these are faulty
     * @param dayIds the ids of its named days, or null where these are faulty
     */
    static List<Fault> faults(
            List<References> channels, @Nullable Set<DayClass> dayClasses, @Nullable Set<String> dayIds) {
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
            faults.addAll(fallback(channel, byId, idsKnown, place));
            for (int j = 0; j < channel.dayClasses().size() && dayClasses != null; j++) {
                @Nullable DayClass dayClass = channel.dayClasses().get(j);
                if (dayClass != null && !dayClasses.contains(dayClass)) {
                    faults.add(Fault.of(
                                    place + "/availability/dayClasses/" + j + "/class",
                                    "the day class " + dayClass,
                                    "one of " + dayClasses)
                            .maybe("Maybe it is missing among the calendar's classes."));
                }
            }
            for (int j = 0; j < channel.namedDays().size() && dayIds != null; j++) {
                @Nullable String day = channel.namedDays().get(j);
                if (day != null && !dayIds.contains(day)) {
                    faults.add(Fault.of(
                            place + "/availability/movable/" + j + "/named", "the day " + day, "one of " + dayIds));
                }
            }
        }
        List<Fault> circles = circles(
                channels,
                byId,
                References::to,
                "",
                "hours that depend on themselves: ",
                "no circle of via and outside");
        faults.addAll(circles.isEmpty() ? chains(channels, byId) : circles);
        faults.addAll(circles(
                channels,
                byId,
                channel -> channel.onwards(byId),
                "/fallback",
                "steps that lead round in a circle: ",
                "a step on the way that is only words"));
        return faults;
    }

    /** What is wrong in a chain by itself; pointers start from the channel. */
    static List<Fault> chain(List<Step> steps) {
        if (steps.size() > FallbackStep.MAX_STEPS) {
            return List.of(Fault.of("/fallback", steps.size() + " steps", "at most " + FallbackStep.MAX_STEPS));
        }
        List<Fault> faults = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            String channel = steps.get(i).channel();
            if (channel != null && !named.add(channel)) {
                faults.add(Fault.of(
                        "/fallback/" + i + "/channel", "the channel " + channel + " a second time", "each once"));
            }
            if (i > 0 && steps.get(i - 1).onlyWords()) {
                faults.add(Fault.of(
                        "/fallback/" + i,
                        "a step after one that is only words, which nobody would come to",
                        "the step that is only words last"));
            }
        }
        return faults;
    }

    private static List<Fault> fallback(
            References channel, Map<String, References> byId, boolean idsKnown, String place) {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : chain(channel.fallback())) {
            faults.add(fault.under(place));
        }
        for (int i = 0; i < channel.fallback().size(); i++) {
            String to = channel.fallback().get(i).channel();
            if (to == null) {
                continue;
            }
            String here = place + "/fallback/" + i + "/channel";
            List<Fault> found = target(channel, to, byId, idsKnown, here);
            if (found.isEmpty() && channel.id() != null && isReachedThrough(to, channel.id(), byId)) {
                found = List.of(Fault.of(
                        here,
                        to.equals(channel.id())
                                ? "the channel itself"
                                : "the channel " + to + ", which is reached through this one",
                        "a channel that can be open while this one is closed"));
            }
            faults.addAll(found);
        }
        return faults;
    }

    /** Whether a channel is another one, or is reached through it; no further than a chain may be long. */
    private static boolean isReachedThrough(String id, String hop, Map<String, References> byId) {
        String at = id;
        for (int i = 0; i <= MAX_CHAIN && at != null; i++) {
            if (at.equals(hop)) {
                return true;
            }
            References channel = byId.get(at);
            at = channel == null ? null : channel.via();
        }
        return false;
    }

    /**
     * Where one who follows the fallback may be sent on from: nowhere if it ends in words or is faulty, and not from a
     * channel that is open whenever this one is closed.
     */
    private List<String> onwards(Map<String, References> byId) {
        List<String> to = new ArrayList<>();
        for (Step step : fallback) {
            if (step.channel() == null) {
                return List.of();
            }
            References other = byId.get(step.channel());
            if (other != null && !step.channel().equals(id) && !isOppositeOf(other)) {
                to.add(step.channel());
            }
        }
        return to;
    }

    private boolean isOppositeOf(References other) {
        return (outside != null && via == null && outside.equals(other.id))
                || (other.outside != null && other.via == null && other.outside.equals(id));
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
                    "a channel that " + channel.audience() + " may see, since it would show through"));
        }
        return List.of();
    }

    /**
     * Each circle that is closed by another reference is reported, at the channel where it closes: none is left when
     * these references are taken away. So the faults are no more than the references, however many ways lead round.
     *
     * <p>Depth first without recursion: a document may chain thousands of channels.
     */
    private static List<Fault> circles(
            List<References> channels,
            Map<String, References> byId,
            Function<References, List<String>> next,
            String part,
            String found,
            String expected) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            String id = channels.get(i).id();
            if (id != null) {
                places.putIfAbsent(id, i);
            }
        }
        Set<String> done = new HashSet<>();
        for (References channel : channels) {
            String start = channel.id();
            if (start == null || done.contains(start)) {
                continue;
            }
            for (List<String> circle : circles(start, byId, next, done)) {
                faults.add(Fault.of("/channels/" + places.get(circle.get(0)) + part, found + shown(circle), expected));
            }
        }
        return faults;
    }

    private static List<List<String>> circles(
            String start, Map<String, References> byId, Function<References, List<String>> next, Set<String> done) {
        List<List<String>> circles = new ArrayList<>();
        List<String> path = new ArrayList<>();
        Set<String> onPath = new HashSet<>();
        List<Deque<String>> open = new ArrayList<>();
        path.add(start);
        onPath.add(start);
        done.add(start);
        open.add(new ArrayDeque<>(next(start, byId, next)));
        while (!path.isEmpty()) {
            String id = open.get(open.size() - 1).poll();
            if (id == null) {
                open.remove(open.size() - 1);
                onPath.remove(path.remove(path.size() - 1));
            } else if (onPath.contains(id)) {
                List<String> circle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
                circle.add(id);
                circles.add(circle);
            } else if (done.add(id)) {
                path.add(id);
                onPath.add(id);
                open.add(new ArrayDeque<>(next(id, byId, next)));
            }
        }
        return circles;
    }

    private static List<String> next(String id, Map<String, References> byId, Function<References, List<String>> next) {
        References channel = byId.get(id);
        return channel == null ? List.of() : next.apply(channel);
    }

    private static String shown(List<String> path) {
        return path.size() <= 8
                ? String.join(" → ", path)
                : String.join(" → ", path.subList(0, 7)) + " → … (" + (path.size() - 1) + " channels)";
    }
}
