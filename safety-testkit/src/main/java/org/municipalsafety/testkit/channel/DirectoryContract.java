/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Reporter;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.channel.Answerer.Finding;
import org.municipalsafety.testkit.channel.DirectoryWhatIf.Effect;
import org.threeten.extra.Interval;

/**
 * What every directory of contact channels keeps, as properties of yours: implement it in a test class and give it the
 * directory and the time it is meant for.
 *
 * <pre>{@code
 * class OurDirectoryTest implements DirectoryContract {
 *     public Directory directory() {
 *         return DirectoryDocument.read(Path.of("directory.json"));
 *     }
 *     public Interval interval() {
 *         return WallClock.days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), directory().municipality().zone());
 *     }
 * }
 * }</pre>
 *
 * <p>A rule that decides nothing in that time, such as last year's Christmas hours, is a failure until you name it in
 * {@link #deadRules()}.
 */
public interface DirectoryContract {

    /**
     * The directory that is tested.
     *
     * @return the directory
     */
    Directory directory();

    /**
     * The time that the directory is meant for.
     *
     * @return bounded and not empty; some years at most, since every rule is tried on all of it
     */
    Interval interval();

    /**
     * Whose channels the certificate counts.
     *
     * @return the public, unless you say otherwise
     */
    default Audience audience() {
        return Audience.PUBLIC;
    }

    /**
     * What answers; the library if you say nothing else.
     *
     * @return the answerer
     */
    default Answerer answerer() {
        return Answerer.LIBRARY;
    }

    /**
     * The rules of which you know that they decide no day of the interval.
     *
     * @return their places in the document, such as {@code /channels/0/availability/dates/2}; none unless you say
     *     otherwise
     */
    default Set<String> deadRules() {
        return Set.of();
    }

    /**
     * What else of the directory you publish, beside the documents, pages and certificates of the library: the texts of
     * exports, of pages of your own. Lines that a format has folded are joined again, so that no number is cut in two.
     *
     * @param directory the directory
     * @param at when it is published
     * @return the texts; none unless you say otherwise
     */
    default List<String> furtherPublicTexts(Directory directory, Instant at) {
        return List.of();
    }

    /**
     * Where to look: stretches of up to two weeks within the interval.
     *
     * @return the intervals
     */
    @Provide
    default Arbitrary<Interval> stretches() {
        Interval whole = interval();
        long seconds = Math.max(1, whole.toDuration().toSeconds());
        return Combinators.combine(
                        Arbitraries.longs().between(0, seconds - 1),
                        Arbitraries.longs().between(1, Duration.ofDays(14).toSeconds()))
                .as((start, length) -> Interval.of(whole.getStart().plusSeconds(start), Duration.ofSeconds(length))
                        .intersection(whole))
                .withoutEdgeCases();
    }

    /** Hours follow each other without seams, and a part is answered as the whole is. */
    @Property(tries = 50)
    default void T1_hoursPartitionTheInterval(@ForAll("stretches") Interval stretch) {
        DirectoryCase given = new DirectoryCase(directory(), stretch);
        kept(DirectoryLaws.partition(answerer(), given));
        kept(DirectoryLaws.partOfTheWhole(answerer(), given));
    }

    /** An instant is answered as an interval is, and both as a plain reading of the rules. */
    @Property(tries = 50)
    default void C2_statesAndHoursEqualThePlainReading(@ForAll("stretches") Interval stretch) {
        DirectoryCase given = new DirectoryCase(directory(), stretch);
        kept(DirectoryLaws.hours(answerer(), given));
        kept(DirectoryLaws.states(answerer(), given));
    }

    /** The next change is where the state changes, and nowhere else. */
    @Property(tries = 20)
    default void C2_nextChangeAgreesWithTheStates(@ForAll("stretches") Interval stretch) {
        kept(DirectoryLaws.nextChange(answerer(), new DirectoryCase(directory(), stretch)));
    }

    /** The certificate's gaps and unknown stretches are exactly where nobody is open. */
    @Example
    default void C5_gapsAreExactlyWhereNobodyIsOpen() {
        kept(DirectoryLaws.certificate(answerer(), new DirectoryCase(directory(), interval())));
        CoverageCertificate certificate = directory().certify(audience(), interval());
        Finding found = Finding.of(certificate);
        assertThat(found)
                .isEqualTo(
                        answerer().certify(directory(), DirectoryWhatIf.counted(directory(), audience()), interval()));
        assertThat(certificate.holds())
                .isEqualTo(found.gaps().isEmpty() && found.unknowns().isEmpty());
    }

    /** Without any one rule on which somebody's coverage rests the certificate finds something else; else the same. */
    @Example
    default void C5_withoutARuleThatMattersTheCertificateChanges() {
        DirectoryWhatIf.all(directory(), audience(), interval()).forEach(rule -> kept(rule.violations(answerer())));
    }

    /**
     * Every rule decides a day. The report names each rule with what it does, so that you see which exceptions matter.
     *
     * @param reporter where the report goes
     */
    @Example
    default void C2_everyRuleDecidesADay(Reporter reporter) {
        List<DirectoryWhatIf> rules = DirectoryWhatIf.all(directory(), audience(), interval());
        reporter.publishValue(
                "rules of " + directory(),
                rules.stream().map(DirectoryWhatIf::toString).collect(Collectors.joining("\n", "\n", "")));
        Set<String> dead = new TreeSet<>();
        rules.stream().filter(rule -> rule.effect() == Effect.DEAD).forEach(rule -> dead.add(rule.pointer()));
        assertThat(dead).as("rules that decide no day").isEqualTo(new TreeSet<>(deadRules()));
    }

    /** Each audience is shown the channels meant for it and no other, the open ones first. */
    @Property(tries = 50)
    default void D3_nothingNarrowerIsShown(@ForAll("stretches") Interval stretch) {
        kept(DirectoryLaws.shown(answerer(), new DirectoryCase(directory(), stretch)));
    }

    /**
     * No number, code or address that is meant for fewer people stands in what the public reads: the document, the
     * page, the certificate and {@linkplain #furtherPublicTexts what you publish besides}. A number is found however it
     * is written; national short codes are for everybody.
     */
    @Property(tries = 20)
    default void D3_noNarrowerNumberReachesThePublic(@ForAll("instants") Instant at) {
        assertThat(new PublicTexts(directory(), interval(), at, furtherPublicTexts(directory(), at)).leaking())
                .as("channels whose endpoint stands in what the public reads")
                .isEmpty();
    }

    /**
     * Instants, half of them near a boundary of some channel's hours.
     *
     * @return the instants
     */
    @Provide
    default Arbitrary<Instant> instants() {
        return Directories.instants(directory(), interval());
    }

    /** What is written as a document reads back equal. */
    @Example
    default void D1_documentReadsBackEqual() {
        byte[] written = DirectoryDocument.write(directory()).getBytes(StandardCharsets.UTF_8);
        assertThat(DirectoryDocument.read(written, "written")).isEqualTo(directory());
    }

    private static void kept(List<Violation> violations) {
        assertThat(violations).isEmpty();
    }
}
