/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.municipalsafety.core.measure.MeasureTest.Happening;

/** A measure at every minute, against a diary filled in minute by minute. */
class MeasureProperties {

    private static final int MINUTES = 300;

    private record Period(int start, int review, int end) {}

    private static Instant minute(int m) {
        return MeasureTest.T0.plus(Duration.ofMinutes(m));
    }

    /** What an independent reading of M1 says about each minute. */
    private static final class Diary {
        final MeasureState[] state = new MeasureState[MINUTES];
        final boolean[] force = new boolean[MINUTES];
        final List<MeasureEvent> history = new ArrayList<>();
        final List<Integer> at = new ArrayList<>();
        int decisions;

        /** Writes the rest of the diary as it looks after an event; later events write over it. */
        void happens(Happening what, int now, Period period, boolean[] stays) {
            at.add(now);
            for (int m = now; m < MINUTES; m++) {
                boolean inNew = period != null && m >= period.start && m < period.end;
                boolean begun = period != null && m >= period.start;
                boolean due = period != null && m >= period.review;
                switch (what) {
                    case SCHEDULED -> set(m, begun ? on(due) : MeasureState.SCHEDULED, inNew);
                    case CHANGED -> set(m, begun ? on(due) : MeasureState.CHANGED, inNew);
                    case EXTENDED ->
                        set(
                                m,
                                begun ? on(due) : stays[m] ? MeasureState.ACTIVE : MeasureState.EXTENDED,
                                inNew || stays[m]);
                    default -> set(m, MeasureState.valueOf(what.name()), false);
                }
            }
        }

        private static MeasureState on(boolean due) {
            return due ? MeasureState.REVIEW_DUE : MeasureState.ACTIVE;
        }

        private void set(int m, MeasureState s, boolean f) {
            state[m] = s;
            force[m] = f;
        }
    }

    private static Diary diary(long seed) {
        Random random = new Random(seed);
        Diary diary = new Diary();
        int now = random.nextInt(10);
        Period last = null;
        // Where some period, going on by extension, covers the minute.
        boolean[] covered = new boolean[MINUTES];
        // What ends a history is drawn rarely, so that most are long.
        List<Happening> all = List.of(
                Happening.REQUESTED,
                Happening.DECIDED,
                Happening.DECIDED,
                Happening.DECIDED,
                Happening.DECIDED,
                Happening.SCHEDULED,
                Happening.SCHEDULED,
                Happening.SCHEDULED,
                Happening.SCHEDULED,
                Happening.SCHEDULED,
                Happening.EXTENDED,
                Happening.EXTENDED,
                Happening.EXTENDED,
                Happening.EXTENDED,
                Happening.EXTENDED,
                Happening.CHANGED,
                Happening.CHANGED,
                Happening.CHANGED,
                random.nextInt(4) == 0 ? Happening.CANCELLED : Happening.EXTENDED,
                random.nextInt(4) == 0 ? Happening.DECLINED : Happening.DECIDED,
                random.nextInt(2) == 0 ? Happening.ENDED : Happening.EXTENDED);
        for (int step = 0; step < 40 && now < MINUTES - 20; step++) {
            Happening what = step == 0 ? Happening.REQUESTED : all.get(random.nextInt(all.size()));
            int start = Math.max(0, now - 20 + random.nextInt(70));
            int review = start + 1 + random.nextInt(60);
            Period period = what == Happening.SCHEDULED || what == Happening.CHANGED || what == Happening.EXTENDED
                    ? new Period(start, review, review + random.nextInt(30))
                    : null;
            List<MeasureEvent> longer = new ArrayList<>(diary.history);
            longer.add(MeasureTest.event(
                    what,
                    minute(now),
                    "D" + diary.decisions++,
                    period == null ? MeasureTest.term(0, 1, 1) : term(period)));
            if (legal(diary, what, now, period, last)) {
                MeasureTest.measure(longer);
                diary.history.add(longer.get(longer.size() - 1));
                boolean[] stays = covered.clone();
                diary.happens(what, now, period, stays);
                if (period != null) {
                    if (what != Happening.EXTENDED) {
                        Arrays.fill(covered, false);
                    }
                    for (int m = period.start; m < Math.min(period.end, MINUTES); m++) {
                        covered[m] = true;
                    }
                    last = period;
                }
                now += random.nextInt(30);
            } else {
                now += random.nextInt(4);
            }
        }
        return diary;
    }

    private static boolean legal(Diary diary, Happening what, int now, Period period, Period last) {
        if (diary.history.isEmpty()) {
            return what == Happening.REQUESTED;
        }
        boolean order = now >= diary.at.get(diary.at.size() - 1);
        MeasureState state = diary.state[now];
        boolean may = switch (what) {
            case REQUESTED -> false;
            case DECIDED, DECLINED -> state == MeasureState.REQUESTED;
            case SCHEDULED -> state == MeasureState.DECIDED;
            case CANCELLED ->
                state == MeasureState.REQUESTED || state == MeasureState.DECIDED || state == MeasureState.SCHEDULED;
            case EXTENDED ->
                (state == MeasureState.ACTIVE || state == MeasureState.REVIEW_DUE) && period.end > last.end;
            case CHANGED, ENDED ->
                state == MeasureState.SCHEDULED
                        || state == MeasureState.ACTIVE
                        || state == MeasureState.REVIEW_DUE
                        || state == MeasureState.EXTENDED
                        || state == MeasureState.CHANGED;
        };
        return order && may;
    }

    private static Term term(Period period) {
        Term.Temporary hours = (Term.Temporary) MeasureTest.term(0, 1, 1);
        return new Term.Temporary(
                hours.stated(),
                org.threeten.extra.Interval.of(minute(period.start), minute(period.end)),
                minute(period.review));
    }

    @Property(tries = 300)
    void M1_everyMinuteIsAsTheDiarySays(@ForAll long seed) {
        Diary diary = diary(seed);
        Measure measure = MeasureTest.measure(diary.history);
        Statistics.label("last event")
                .collect(diary.history.get(diary.history.size() - 1).getClass().getSimpleName())
                .coverage(c -> c.check("Extended").percentage(p -> p > 15));
        for (int m = 0; m < MINUTES; m++) {
            assertThat(measure.stateAt(minute(m))).as("minute %d", m).isEqualTo(Optional.ofNullable(diary.state[m]));
            assertThat(measure.inForceAt(minute(m))).as("minute %d", m).isEqualTo(diary.force[m]);
        }
    }

    @Property(tries = 300)
    void M1_nextChangeIsTheNextMinuteThatDiffers(@ForAll long seed) {
        Diary diary = diary(seed);
        Measure measure = MeasureTest.measure(diary.history);
        Integer next = null;
        for (int m = MINUTES - 2; m >= 0; m--) {
            if (diary.at.contains(m + 1)
                    || diary.state[m + 1] != diary.state[m]
                    || diary.force[m + 1] != diary.force[m]) {
                next = m + 1;
            }
            Optional<Instant> found = measure.nextChangeAfter(minute(m));
            if (next == null) {
                assertThat(found.filter(t -> t.isBefore(minute(MINUTES)))).isEmpty();
            } else {
                assertThat(found).as("after minute %d", m).contains(minute(next));
            }
        }
    }
}
