/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.testkit.channel.DirectoryWhatIf.Effect;

/** The library's directory keeps the laws. */
class DirectoryLawsTest {

    @Provide
    Arbitrary<DirectoryCase> cases() {
        return Directories.cases();
    }

    @Property(tries = 60)
    void theLibraryKeepsAllLaws(@ForAll("cases") DirectoryCase given) {
        assertThat(DirectoryLaws.check(Answerer.LIBRARY, given)).isEmpty();
    }

    @Tag("long")
    @Property(tries = 20_000)
    void C2_manyDirectoriesEqualThePlainReading(@ForAll("cases") DirectoryCase given) {
        assertThat(DirectoryLaws.hours(Answerer.LIBRARY, given)).isEmpty();
        assertThat(DirectoryLaws.states(Answerer.LIBRARY, given)).isEmpty();
        assertThat(DirectoryLaws.certificate(Answerer.LIBRARY, given)).isEmpty();
    }

    /** The plain reading looks where spans begin and end; here every minute of the six days is looked at. */
    @Property(tries = 15)
    void C2_everyMinuteEqualsThePlainReading(@ForAll("cases") DirectoryCase given) {
        PlainDirectory plain = new PlainDirectory();
        for (ContactChannel channel : given.directory().channels()) {
            Instant at = given.around().getStart();
            for (; at.isBefore(given.around().getEnd()); at = at.plus(Duration.ofMinutes(1))) {
                assertThat(given.directory().stateAt(channel.id(), at))
                        .isEqualTo(plain.stateAt(given.directory(), channel.id(), at));
            }
        }
    }

    /** What begins or ends in the hour that comes twice does so before the clock is put back. */
    @Property(tries = 400)
    void T2_enoughSpansMeetAChangeOfTheClock(@ForAll("cases") DirectoryCase given) {
        Optional<ZoneOffsetTransition> change = Directories.change(given);
        Set<Instant> edges = new PlainDirectory().edges(given.directory(), given.around());
        Statistics.label("a span begins or ends in the gap")
                .collect(change.filter(ZoneOffsetTransition::isGap)
                        .filter(gap -> edges.contains(gap.getInstant()))
                        .isPresent())
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 5));
        Statistics.label("a span begins or ends in the hour that comes twice")
                .collect(change.filter(ZoneOffsetTransition::isOverlap)
                        .filter(overlap -> edges.stream()
                                .anyMatch(edge -> edge.isBefore(overlap.getInstant())
                                        && !edge.isBefore(overlap.getInstant().plus(overlap.getDuration()))))
                        .isPresent())
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 5));
    }

    /** Every kind of rule decides, channels depend on each other, and rules of each effect occur. */
    @Property(tries = 300)
    void C2_everyKindOfRuleDecidesOften(@ForAll("cases") DirectoryCase given) {
        List<ChannelReason.Kind> kinds = given.directory().channels().stream()
                .flatMap(channel -> given.directory().hours(channel.id(), given.around()).stream())
                .map(segment -> segment.because().get(0).kind())
                .toList();
        for (ChannelReason.Kind kind : ChannelReason.Kind.values()) {
            Statistics.label(kind.name())
                    .collect(kinds.contains(kind))
                    .coverage(coverage -> coverage.check(true)
                            .percentage(share -> share >= (kind == ChannelReason.Kind.BEYOND_CALENDAR ? 1 : 2)));
        }
        Statistics.label("a span past midnight")
                .collect(given.directory().channels().stream().anyMatch(DirectoryLawsTest::pastMidnight))
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 30));
    }

    private static boolean pastMidnight(ContactChannel channel) {
        Availability availability = channel.availability();
        return availability instanceof OpeningHours hours
                && hours.week().stream()
                        .flatMap(week -> week.hours().open().stream())
                        .anyMatch(span -> span.endMinute() > 1440);
    }

    @Property(tries = 100)
    void C5_rulesOfEachEffectOccur(@ForAll("cases") DirectoryCase given) {
        var effects = DirectoryWhatIf.all(given.directory(), Audience.DUTY, given.around()).stream()
                .map(DirectoryWhatIf::effect)
                .collect(Collectors.toSet());
        for (Effect effect : Effect.values()) {
            Statistics.label(effect.name())
                    .collect(effects.contains(effect))
                    .coverage(coverage -> coverage.check(true).percentage(share -> share >= 10));
        }
    }
}
