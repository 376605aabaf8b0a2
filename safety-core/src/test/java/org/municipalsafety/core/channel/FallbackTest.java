/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.directory;
import static org.municipalsafety.core.channel.Channels.everyDay;
import static org.municipalsafety.core.channel.Channels.forStaff;
import static org.municipalsafety.core.channel.Channels.local;
import static org.municipalsafety.core.channel.Channels.via;
import static org.municipalsafety.core.channel.Channels.week;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;

/** What to do while a channel is not open, step by step. */
class FallbackTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final FallbackStep CALL_112 =
            FallbackStep.instructing(LocalizedText.of("Ring 112, begär beredskapen.", "Call 112, ask for standby."));
    private static final OpeningHours OFFICE = OpeningHours.weekly(List.of(week(MONDAY, FRIDAY, "08:00-16:00")));
    private static final OpeningHours VAGUE = OpeningHours.weekly(List.of(new OpeningHours.Week(
            EnumSet.range(MONDAY, SUNDAY), DayHours.vague(LocalizedText.of("ej angivet", "not stated")))));

    /** A Sunday at ten past three in the night. */
    private static final Instant NIGHT = local("2026-11-29T03:10");

    private static ContactChannel with(ContactChannel channel, FallbackStep... steps) {
        return channel.withFallback(List.of(steps));
    }

    private static List<Fault> faults(ContactChannel... channels) {
        return catchThrowableOfType(InvalidModelException.class, () -> directory(channels))
                .faults();
    }

    @Test
    void C4_theFirstStepWhoseChannelIsOpenIsTaken() {
        var directory = directory(
                with(
                        channel("a", OFFICE),
                        FallbackStep.to("closed"),
                        FallbackStep.to("vague"),
                        FallbackStep.to("open", LocalizedText.of("Begär A.", "Ask for A.")),
                        CALL_112),
                channel("closed", OFFICE),
                channel("vague", VAGUE),
                channel("open", Availability.always()));
        assertThat(directory.fallbackAt("a", NIGHT))
                .extracting(
                        step -> step.target().map(Reachability.Choice::state).orElse(null), step -> step.helps())
                .containsExactly(
                        tuple(OpenState.CLOSED, false),
                        tuple(OpenState.UNKNOWN, false),
                        tuple(OpenState.OPEN, true),
                        tuple(null, true));
        var reachable = directory.reachableAt(NIGHT, Audience.PUBLIC);
        var choice = reachable.choices().get(2);
        assertThat(choice.channel().id()).isEqualTo("a");
        assertThat(choice.instead()
                        .flatMap(Reachability.Alternative::target)
                        .map(found -> found.channel().id()))
                .contains("open");
        assertThat(reachable.line(choice, SWEDISH))
                .endsWith(". I stället: (1) closed-sv, 011-15 00 00 (stängt: ingen tid är angiven för dagen); "
                        + "(2) vague-sv, 011-15 00 00 (okänt: veckans tider, måndag–söndag (ej angivet)); "
                        + "(3) open-sv, 011-15 00 00 (öppet: veckans tider, måndag–söndag): Begär A.");
        assertThat(directory.explain("a", NIGHT, Locale.ENGLISH)).contains(". Instead: (1) closed-en");
    }

    @Test
    void C4_wordsHelpWhereNoChannelIsOpenAndWithoutThemNothingDoes() {
        var directory = directory(
                with(channel("a", OFFICE), FallbackStep.to("b", LocalizedText.of("Begär A.", "Ask for A.")), CALL_112),
                with(channel("b", VAGUE), FallbackStep.to("a")));
        assertThat(directory.fallbackAt("a", NIGHT).get(1).helps()).isTrue();
        assertThat(directory.explain("a", NIGHT, SWEDISH)).endsWith("(ej angivet)); (2) Ring 112, begär beredskapen.");
        assertThat(directory.explain("b", NIGHT, SWEDISH)).endsWith("; ingen av dem är säkert öppen");
        var b = directory.reachableAt(NIGHT, Audience.PUBLIC).choices().get(0);
        assertThat(b.channel().id()).isEqualTo("b");
        assertThat(b.instead()).isEmpty();
    }

    @Test
    void C4_anOpenChannelNeedsNoFallback() {
        var directory = directory(with(channel("a", Availability.always()), CALL_112));
        assertThat(directory
                        .reachableAt(NIGHT, Audience.PUBLIC)
                        .first()
                        .orElseThrow()
                        .otherwise())
                .isEmpty();
        assertThat(directory.fallbackAt("a", NIGHT)).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> directory.fallbackAt("x", NIGHT));
    }

    /** Norrköping: "else 112, ask for the social standby", but nobody is sent to 112 while an office answers. */
    @Test
    void C4_norrkopingSendsNobodyTo112WhileTheOfficeAnswers() {
        var directory = Channels.norrkoping();
        assertThat(directory.explain("socialjouren", local("2026-12-01T10:00"), SWEDISH))
                .contains("I stället: (1) Kontaktcenter, 011-15 00 00 (öppet: veckans tider, måndag–fredag): "
                        + "Begär socialkontoret.")
                .doesNotContain("112");
        assertThat(directory.explain("socialkontoret", NIGHT, SWEDISH))
                .contains("I stället: (1) Socialjouren, 011-15 22 83 (öppet: ");
    }

    static Stream<Arguments> refused() {
        ContactChannel a = channel("a", OFFICE);
        ContactChannel b = channel("b", everyDay("06:00-20:00"));
        ContactChannel c = channel("c", everyDay("07:00-21:00"));
        FallbackStep toA = FallbackStep.to("a");
        FallbackStep toB = FallbackStep.to("b");
        FallbackStep toC = FallbackStep.to("c");
        return Stream.of(
                Arguments.of("nowhere", "/channels/0/fallback/0/channel", List.of(with(a, FallbackStep.to("x")))),
                Arguments.of("itself", "/channels/0/fallback/0/channel", List.of(with(a, toA))),
                Arguments.of("round, two", "/channels/0/fallback", List.of(with(a, toB), with(b, toA))),
                Arguments.of("round, three", "/channels/0/fallback", List.of(with(a, toB), with(b, toC), with(c, toA))),
                Arguments.of(
                        "to one reached through it",
                        "/channels/0/fallback/0/channel",
                        List.of(with(a, toB, CALL_112), via("b", "a", OFFICE))),
                Arguments.of(
                        "to one reached through it, further off",
                        "/channels/0/fallback/0/channel",
                        List.of(with(a, toC, CALL_112), via("b", "a", OFFICE), via("c", "b", OFFICE))),
                Arguments.of(
                        "opposite, but through a hop that may be closed",
                        "/channels/0/fallback",
                        List.of(with(a, toB), with(via("b", "c", Availability.outside("a")), toA), c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void D1_aStepThatLeadsNowhereOrRoundIsRefused(String name, String pointer, List<ContactChannel> channels) {
        assertThat(faults(channels.toArray(new ContactChannel[0])))
                .as(name)
                .extracting(Fault::pointer)
                .containsExactly(pointer);
    }

    static Stream<Arguments> sound() {
        ContactChannel a = channel("a", OFFICE);
        ContactChannel b = channel("b", everyDay("06:00-20:00"));
        FallbackStep toA = FallbackStep.to("a");
        FallbackStep toB = FallbackStep.to("b");
        return Stream.of(
                // One of the two is open whenever the other is closed: nobody is sent back.
                Arguments.of(
                        "to its opposite and back",
                        List.of(with(a, toB), with(channel("b", Availability.outside("a")), toA))),
                // Words on the way end the round.
                Arguments.of("round with an end in words", List.of(with(a, toB), with(b, toA, CALL_112))),
                Arguments.of(
                        "two ways to one end",
                        List.of(
                                with(a, toB, FallbackStep.to("c")),
                                with(b, FallbackStep.to("c")),
                                channel("c", VAGUE))),
                Arguments.of("to its own hop", List.of(with(via("a", "b", OFFICE), toB), b)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void D1_aRoundThatEndsIsNoFault(String name, List<ContactChannel> channels) {
        assertThatCode(() -> directory(channels.toArray(new ContactChannel[0])))
                .as(name)
                .doesNotThrowAnyException();
    }

    @Test
    void D3_aStepMayNotLeadToAChannelThatFewerPeopleMaySee() {
        ContactChannel staff = forStaff("hidden", OFFICE).withFallback(List.of(FallbackStep.to("open")));
        assertThat(faults(staff, with(channel("open", OFFICE), FallbackStep.to("hidden"), CALL_112)))
                .extracting(Fault::pointer)
                .containsExactly("/channels/1/fallback/0/channel");
        assertThat(directory(staff, channel("open", OFFICE))
                        .view(Audience.PUBLIC)
                        .channels())
                .hasSize(1);
    }

    @Test
    void D1_aChainThatContradictsItselfIsRefusedWithAllFaults() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FallbackStep(Optional.empty(), Optional.empty()));
        var twice = catchThrowableOfType(
                InvalidModelException.class,
                () -> with(channel("a", OFFICE), FallbackStep.to("b"), CALL_112, FallbackStep.to("b")));
        assertThat(twice.faults()).extracting(Fault::pointer).containsExactly("/fallback/2/channel", "/fallback/2");
        var many = IntStream.rangeClosed(0, FallbackStep.MAX_STEPS)
                .mapToObj(i -> FallbackStep.to("c" + i))
                .toArray(FallbackStep[]::new);
        assertThat(catchThrowableOfType(InvalidModelException.class, () -> with(channel("a", OFFICE), many))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/fallback");
    }

    /** C5: a chain is part of what a channel is; it opens nothing, so a certificate rests on none of its channels. */
    @Test
    void C5_aFallbackCoversNothing() {
        var certificate = directory(
                        with(channel("a", OFFICE), FallbackStep.to("b")), channel("b", Availability.always()))
                .certify(List.of("a"), Channels.FIVE_YEARS);
        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.restsOn()).containsOnlyKeys("a");
        assertThat(ChannelPart.digest(channel("a", OFFICE)))
                .isNotEqualTo(ChannelPart.digest(with(channel("a", OFFICE), CALL_112)));
    }
}
