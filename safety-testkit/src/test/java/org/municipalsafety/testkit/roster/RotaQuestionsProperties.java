/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;

/**
 * A rota answers alike whatever it was asked before, and by whom: in the tables that it keeps nobody leaves a trace.
 */
class RotaQuestionsProperties {

    private record Question(String position, Instant at) {}

    @Provide
    Arbitrary<RotaCase> cases() {
        return Rotas.cases();
    }

    @Property(tries = 100)
    void R7_anAnswerDoesNotDependOnTheQuestionsBefore(@ForAll("cases") RotaCase given, @ForAll Random random) {
        List<Question> questions = questions(given, random);
        Map<Question, Segment> inOrder = ask(given.rota(), questions);
        Rota fresh = Rota.of(given.rota().plan(), given.rota().calendar());
        Collections.shuffle(questions, random);
        assertThat(ask(fresh, questions)).isEqualTo(inOrder);
        assertThat(ask(fresh, questions)).isEqualTo(inOrder);
    }

    @Property(tries = 50)
    void R7_twoThreadsGetTheAnswersOfOne(@ForAll("cases") RotaCase given, @ForAll Random random) {
        List<Question> questions = questions(given, random);
        Map<Question, Segment> inOrder = ask(given.rota(), questions);
        Rota shared = Rota.of(given.rota().plan(), given.rota().calendar());
        List<Question> shuffled = new ArrayList<>(questions);
        Collections.shuffle(shuffled, random);
        CompletableFuture<Map<Question, Segment>> other = CompletableFuture.supplyAsync(() -> ask(shared, shuffled));
        assertThat(ask(shared, questions)).isEqualTo(inOrder);
        assertThat(other.join()).isEqualTo(inOrder);
    }

    private static Map<Question, Segment> ask(Rota rota, List<Question> questions) {
        Map<Question, Segment> answers = new LinkedHashMap<>();
        questions.forEach(question -> answers.put(question, rota.at(question.position(), question.at())));
        return answers;
    }

    /** In the case's own days, at changes of the clock and of the year, before the first version, and far off. */
    private static List<Question> questions(RotaCase given, Random random) {
        Rota rota = given.rota();
        Instant start = given.around().getStart();
        List<Instant> times = new ArrayList<>();
        times.add(rota.plan().versions().get(0).effectiveFrom().minusNanos(1));
        times.add(rota.plan().versions().get(0).effectiveFrom());
        int year = start.atZone(rota.plan().zone()).getYear();
        for (int i = 0; i < 12; i++) {
            times.add(start.plusSeconds(
                    random.nextInt((int) given.around().toDuration().toSeconds())));
            Instant newYear = WallClock.instant(
                    LocalDateTime.of(year + random.nextInt(30) - 3, 1, 1, 0, 0),
                    rota.plan().zone());
            times.add(newYear);
            times.add(newYear.minusSeconds(1));
            ZoneOffsetTransition change = rota.plan().zone().getRules().nextTransition(newYear);
            if (change != null) {
                times.add(change.getInstant().plus(Duration.ofMinutes(random.nextInt(240) - 120)));
            }
        }
        List<Question> questions = new ArrayList<>();
        for (String position : rota.plan().positions()) {
            times.forEach(at -> questions.add(new Question(position, at)));
        }
        return questions;
    }
}
