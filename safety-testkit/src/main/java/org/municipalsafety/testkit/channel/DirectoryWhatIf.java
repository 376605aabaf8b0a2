/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.channel.Answerer.Finding;
import org.threeten.extra.Interval;

/**
 * One rule is taken out of a directory: what becomes of the certificate?
 *
 * @param directory the directory with the rule
 * @param without the same without it
 * @param audience whose channels are certified
 * @param interval the time that is certified
 * @param channel the id of the channel that loses the rule
 * @param pointer the rule's place in the directory's document, as a JSON Pointer such as
 *     {@code /channels/0/availability/dates/2}
 * @param effect what the rule does, by a plain reading of the rules
 */
public record DirectoryWhatIf(
        Directory directory,
        Directory without,
        Audience audience,
        Interval interval,
        String channel,
        String pointer,
        Effect effect) {

    private static final PlainDirectory PLAIN = new PlainDirectory();

    /** What a rule does in the time that is certified. */
    public enum Effect {
        /** Without it the certificate finds other gaps or unknown stretches. */
        MATTERS("matters: without it the certificate finds something else"),
        /**
         * Without it hours are others, but the certificate finds the same: other channels are open then, or count
         * alone.
         */
        STOOD_IN("changes hours, not the certificate"),
        /** It decides days, and says what the next rule would say. */
        REPEATS("says what the next rule says"),
        /** It decides no day, and nothing changes without it. */
        DEAD("decides no day");

        private final String text;

        Effect(String text) {
            this.text = text;
        }
    }

    /** Checks that the parts are there. */
    public DirectoryWhatIf {
        requireNonNull(directory, "directory");
        requireNonNull(without, "without");
        requireNonNull(audience, "audience");
        WallClock.requireBounded(interval, "interval");
        requireNonNull(channel, "channel");
        requireNonNull(pointer, "pointer");
        requireNonNull(effect, "effect");
    }

    /**
     * Each rule of a directory taken out, one at a time.
     *
     * @param directory the directory
     * @param audience whose channels are certified
     * @param interval the time that is certified; the days that a rule decides are those of it and the two before it
     * @return what may happen, in the order of the document
     */
    public static List<DirectoryWhatIf> all(Directory directory, Audience audience, Interval interval) {
        List<DirectoryWhatIf> all = new ArrayList<>();
        Finding found = PLAIN.certify(directory, counted(directory, audience), interval);
        for (int i = 0; i < directory.channels().size(); i++) {
            ContactChannel channel = directory.channels().get(i);
            if (channel.availability() instanceof OpeningHours hours) {
                for (Shorter shorter : shorter(hours)) {
                    Directory without = without(directory, i, shorter.hours);
                    all.add(new DirectoryWhatIf(
                            directory,
                            without,
                            audience,
                            interval,
                            channel.id(),
                            "/channels/" + i + "/availability" + shorter.place,
                            effect(directory, without, audience, interval, channel, shorter.place, found)));
                }
            }
        }
        return all;
    }

    /**
     * Whether an answerer sees what the rule does: without it the certificate finds what is left, and something else
     * exactly if the rule matters.
     *
     * @param answerer what is tested
     * @return the violations of C5
     */
    public List<Violation> violations(Answerer answerer) {
        List<String> ids = counted(directory, audience);
        Finding answered = answerer.certify(without, ids, interval);
        Finding expected = PLAIN.certify(without, ids, interval);
        List<Violation> found = new ArrayList<>();
        if (!answered.equals(expected)) {
            found.add(new Violation(
                    "C5",
                    channel,
                    interval.getStart(),
                    "without " + pointer + " " + answered + "; expected " + expected));
        }
        boolean differs = differs(answered, answerer.certify(directory, ids, interval));
        if (differs != (effect == Effect.MATTERS)) {
            found.add(new Violation(
                    "C5",
                    channel,
                    interval.getStart(),
                    "without " + pointer + (differs ? " another finding" : " the same finding") + "; the rule "
                            + effect.text));
        }
        return found;
    }

    /** The rule's place and what it does. */
    @Override
    public String toString() {
        return pointer + " (" + channel + ") " + effect.text;
    }

    static List<String> counted(Directory directory, Audience audience) {
        return directory.channels().stream()
                .filter(channel -> channel.audience().compareTo(audience) <= 0)
                .map(ContactChannel::id)
                .toList();
    }

    private static Effect effect(
            Directory directory,
            Directory without,
            Audience audience,
            Interval interval,
            ContactChannel channel,
            String place,
            Finding found) {
        ZoneId zone = directory.municipality().zone();
        LocalDate day = LocalDate.ofInstant(interval.getStart(), zone).minusDays(2);
        LocalDate last = LocalDate.ofInstant(interval.getEnd().minusNanos(1), zone);
        boolean decides = false;
        for (; !day.isAfter(last) && !decides; day = day.plusDays(1)) {
            decides = PLAIN.decision((OpeningHours) channel.availability(), day, directory.calendar())
                    .place()
                    .equals(place);
        }
        if (differs(PLAIN.certify(without, counted(directory, audience), interval), found)) {
            return Effect.MATTERS;
        }
        boolean same =
                PLAIN.hours(directory, channel.id(), interval).equals(PLAIN.hours(without, channel.id(), interval));
        return !same ? Effect.STOOD_IN : decides ? Effect.REPEATS : Effect.DEAD;
    }

    private static boolean differs(Finding one, Finding other) {
        return !one.gaps().equals(other.gaps()) || !one.unknowns().equals(other.unknowns());
    }

    // Taking out

    private record Shorter(String place, OpeningHours hours) {}

    private static List<Shorter> shorter(OpeningHours hours) {
        List<Shorter> all = new ArrayList<>();
        for (int i = 0; i < hours.week().size(); i++) {
            all.add(new Shorter(
                    "/week/" + i,
                    new OpeningHours(
                            less(hours.week(), i),
                            hours.dayClasses(),
                            hours.movable(),
                            hours.dates(),
                            hours.seasons())));
        }
        for (int i = 0; i < hours.dayClasses().size(); i++) {
            all.add(new Shorter("/dayClasses/" + i, hours.withDayClasses(less(hours.dayClasses(), i))));
        }
        for (int i = 0; i < hours.movable().size(); i++) {
            all.add(new Shorter("/movable/" + i, hours.withMovable(less(hours.movable(), i))));
        }
        for (int i = 0; i < hours.dates().size(); i++) {
            all.add(new Shorter("/dates/" + i, hours.withDates(less(hours.dates(), i))));
        }
        for (int i = 0; i < hours.seasons().size(); i++) {
            OpeningHours.Season season = hours.seasons().get(i);
            for (int j = 0; j < season.week().size(); j++) {
                List<OpeningHours.Season> seasons = new ArrayList<>(hours.seasons());
                seasons.set(i, new OpeningHours.Season(season.first(), season.last(), less(season.week(), j)));
                all.add(new Shorter("/seasons/" + i + "/week/" + j, hours.withSeasons(seasons)));
            }
        }
        return all;
    }

    private static <T> List<T> less(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static Directory without(Directory directory, int channel, OpeningHours hours) {
        List<ContactChannel> channels = new ArrayList<>(directory.channels());
        channels.set(channel, channels.get(channel).withAvailability(hours));
        return Directory.of(directory.municipality(), directory.calendar(), channels);
    }
}
