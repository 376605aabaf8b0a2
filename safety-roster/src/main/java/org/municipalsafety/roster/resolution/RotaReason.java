/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.text.Reason;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.plan.Substitution;
import org.threeten.extra.Interval;

/**
 * One step of the way to an answer (rule R9).
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface RotaReason extends Reason {

    /**
     * Whether it is a decision that puts somebody on duty.
     *
     * @return true for what was decided about the seat or about somebody's turns
     */
    default boolean isDecision() {
        return this instanceof Decided || this instanceof Swapped || this instanceof TakesOver;
    }

    private static String say(Locale locale, String swedish, String english) {
        return TimeText.isSwedish(locale) ? swedish : english;
    }

    /**
     * The rota was not in force yet (rule R2).
     *
     * @param rota the rota's id
     * @param from when its first version begins
     * @param zone where the rota is, for the time in the sentence
     */
    record NotInEffect(String rota, Instant from, ZoneId zone) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            String begins = TimeText.of(locale, zone).dateTime(from);
            return say(
                    locale,
                    "rotan " + rota + " gäller först från " + begins,
                    "the rota " + rota + " is not in effect before " + begins);
        }
    }

    /**
     * The version in force.
     *
     * @param version its number, the first is 1
     */
    record InVersion(int version) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return "version " + version;
        }
    }

    /**
     * The version in force does not have the position.
     *
     * @param position the position's id
     */
    record NotPlanned(String position) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    position + " ingår inte i den version som gäller",
                    position + " is not part of the version in force");
        }
    }

    /**
     * A decision fills the position.
     *
     * @param decision the decision's id
     * @param holder the holder's id
     * @param decidedBy the function that decided
     */
    record Decided(String decision, String holder, String decidedBy) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, "beslut " + decision + " av " + decidedBy, "decision " + decision + " by " + decidedBy);
        }
    }

    /**
     * A decision leaves the position without a holder.
     *
     * @param decision the decision's id
     * @param decidedBy the function that decided
     */
    record Vacated(String decision, String decidedBy) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    "beslut " + decision + " av " + decidedBy + " lämnar platsen tom",
                    "decision " + decision + " by " + decidedBy + " leaves the seat empty");
        }
    }

    /**
     * A swap gives the position to somebody, who gave another duty away for it.
     *
     * @param swap the swap's id
     * @param holder the holder's id
     * @param decidedBy the function that decided
     * @param otherPosition the position of the other half
     * @param otherInterval when the other half is
     * @param zone where the rota is, for the time in the sentence
     */
    record Swapped(
            String swap, String holder, String decidedBy, String otherPosition, Interval otherInterval, ZoneId zone)
            implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            String other = otherPosition + " " + TimeText.of(locale, zone).interval(otherInterval);
            return say(
                    locale,
                    "byte " + swap + " av " + decidedBy + " mot " + other,
                    "swap " + swap + " by " + decidedBy + " for " + other);
        }
    }

    /**
     * A decision gives somebody's turns to somebody else.
     *
     * @param takeover the decision's id
     * @param holder who takes them over
     * @param turnsOf whose turns they are
     * @param decidedBy the function that decided
     */
    record TakesOver(String takeover, String holder, String turnsOf, String decidedBy) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    "beslut " + takeover + " av " + decidedBy + " att " + holder + " tar turen för " + turnsOf,
                    "decision " + takeover + " by " + decidedBy + " that " + holder + " takes the turn of " + turnsOf);
        }
    }

    /**
     * A decision that names somebody is superseded by a later one.
     *
     * @param decision the id of the earlier decision
     * @param person whom it names
     * @param later the id of the later one
     */
    record DecisionSuperseded(String decision, String person, String later) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    "beslut " + decision + " om " + person + " ersätts av det senare beslutet " + later,
                    "decision " + decision + " about " + person + " is superseded by the later decision " + later);
        }
    }

    /**
     * A decision does not bind, since it would give somebody two distinct positions (rule R6).
     *
     * @param decision the decision's id
     * @param holder whom it names
     * @param other the position that person holds
     */
    record DecisionGivesWay(String decision, String holder, String other) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    "beslut " + decision + " gäller inte medan " + holder + " har " + other,
                    "decision " + decision + " does not bind while " + holder + " holds " + other);
        }
    }

    /**
     * The layer is not in force at these hours.
     *
     * @param layer the layer's id
     */
    record OutsideWindow(String layer) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale, "lager " + layer + " gäller inte då", "layer " + layer + " is not in force at that time");
        }
    }

    /**
     * The class of the day decided whether the layer is in force.
     *
     * @param layer the layer's id
     * @param dayClass the class
     */
    record OnDay(String layer, DayClass dayClass) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    "för lager " + layer + " avgör dagklassen " + dayClass,
                    "for layer " + layer + " the day class " + dayClass + " decides");
        }
    }

    /**
     * The layer's rotation had not begun.
     *
     * @param layer the layer's id
     */
    record NotBegun(String layer) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, "lager " + layer + " har inte börjat", "layer " + layer + " has not begun");
        }
    }

    /**
     * Whose turn it is in a layer.
     *
     * @param layer the layer's id
     * @param turn the turn's number, the first is 1
     * @param person who is in turn
     */
    record InTurn(String layer, long turn, String person) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    person + " har tur " + turn + " i lager " + layer,
                    person + " has turn " + turn + " in layer " + layer);
        }
    }

    /**
     * Somebody is named as one of a group: in turn for it, or standing in.
     *
     * @param person who
     * @param group the group's id
     */
    record OfGroup(String person, String group) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, person + " hör till grupp " + group, person + " is of group " + group);
        }
    }

    /**
     * The next of a group who can takes the turn of one who cannot (rule R4).
     *
     * @param person who takes it
     * @param instead whose turn it is
     * @param group the group's id
     */
    record TakesTheGroupsTurn(String person, String instead, String group) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale, person + " är näst i tur i grupp " + group, person + " is next in turn in group " + group);
        }
    }

    /**
     * Somebody's qualification has expired (rule R4).
     *
     * @param person who
     * @param qualification the qualification's id
     * @param since when it expired
     * @param zone where the rota is, for the time in the sentence
     */
    record Expired(String person, String qualification, Instant since, ZoneId zone) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            String when = TimeText.of(locale, zone).dateTime(since);
            return say(
                    locale,
                    "behörigheten " + qualification + " för " + person + " gick ut " + when,
                    "the qualification " + qualification + " of " + person + " expired " + when);
        }
    }

    /**
     * Somebody does not have a qualification, or not yet (rule R4).
     *
     * @param person who
     * @param qualification the qualification's id
     */
    record Unqualified(String person, String qualification) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    person + " saknar behörigheten " + qualification,
                    person + " lacks the qualification " + qualification);
        }
    }

    /**
     * Somebody is absent.
     *
     * @param person who
     */
    record Absent(String person) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, person + " är frånvarande", person + " is absent");
        }
    }

    /**
     * Somebody holds a position that is distinct from this one (rule R6).
     *
     * @param person who
     * @param other the position held
     */
    record HoldsOther(String person, String other) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, person + " har " + other, person + " holds " + other);
        }
    }

    /**
     * Somebody stands in (rule R4).
     *
     * @param person who stands in
     * @param instead whose turn it is
     * @param policy by what rule
     * @param owed whether the time is owed back
     */
    record StandsIn(String person, String instead, Substitution.Policy policy, boolean owed) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return policy == Substitution.Policy.SUBSTITUTES
                    ? say(locale, person + " är utsedd ersättare", person + " is the named substitute")
                    : say(locale, person + " är näst i tur", person + " is next in turn");
        }
    }

    /**
     * The layer has nobody to stand in.
     *
     * @param layer the layer's id
     */
    record NobodyStandsIn(String layer) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, "lager " + layer + " har ingen ersättare", "layer " + layer + " has nobody to stand in");
        }
    }

    /**
     * By its policy the layer leaves the turn of an absent person empty.
     *
     * @param layer the layer's id
     */
    record LeftEmpty(String layer) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, "lager " + layer + " lämnar turen tom", "layer " + layer + " leaves the turn empty");
        }
    }

    /** The position need not be filled at this time (rule R11). */
    record NotRequired() implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, "platsen behöver inte vara besatt då", "the seat need not be filled at that time");
        }
    }

    /**
     * The person stands in no layer of the position.
     *
     * @param person who
     * @param position the position's id
     */
    record NotAMember(String person, String position) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(
                    locale,
                    person + " ingår inte i något lager för " + position,
                    person + " is in no layer of " + position);
        }
    }

    /**
     * Somebody else was found first.
     *
     * @param person who was asked about
     * @param holder who was found
     */
    record FoundFirst(String person, String holder) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, holder + " går före " + person, holder + " comes before " + person);
        }
    }

    /**
     * The person does hold the position.
     *
     * @param person who
     * @param position the position's id
     */
    record Holds(String person, String position) implements RotaReason {
        @Override
        public String sentence(Locale locale) {
            return say(locale, person + " har " + position, person + " does hold " + position);
        }
    }
}
