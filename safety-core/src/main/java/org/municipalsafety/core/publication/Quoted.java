/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.language;
import static org.municipalsafety.core.publication.Markup.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A reason with the parts that are in another language than the page marked (success criterion 3.1.2): names of
 * channels and days, and published words, stand in a reason as they were given.
 */
final class Quoted {

    private final List<LocalizedText> texts = new ArrayList<>();

    Quoted(Directory directory) {
        MunicipalCalendar calendar = directory.calendar();
        texts.addAll(calendar.dayClasses().values());
        texts.addAll(calendar.dayIds().values());
        for (ContactChannel channel : directory.channels()) {
            texts.add(channel.name());
            if (channel.availability() instanceof OpeningHours hours) {
                days(hours).forEach(day -> day.note().ifPresent(texts::add));
            }
        }
    }

    private static Stream<DayHours> days(OpeningHours hours) {
        return Stream.of(
                        hours.week().stream().map(OpeningHours.Week::hours),
                        hours.dayClasses().stream().map(OpeningHours.OnDayClass::hours),
                        hours.movable().stream().map(OpeningHours.OnMovable::hours),
                        hours.dates().stream().map(OpeningHours.OnDates::hours),
                        hours.seasons().stream()
                                .flatMap(season -> season.week().stream())
                                .map(OpeningHours.Week::hours))
                .flatMap(each -> each);
    }

    /** The whole chain of reasons as HTML. */
    String markup(List<ChannelReason> because, Locale locale) {
        String text = ChannelReason.text(because, locale);
        Locale page = Locale.forLanguageTag(language(locale));
        List<LocalizedText> longestFirst = texts.stream()
                .filter(each -> part(each, page).startsWith("<bdi"))
                .sorted(Comparator.comparing(each -> -each.in(page).length()))
                .toList();
        StringBuilder out = new StringBuilder();
        int plain = 0;
        for (int i = 0; i < text.length(); ) {
            int at = i;
            Optional<LocalizedText> found = longestFirst.stream()
                    .filter(each -> isWhole(text, at, each.in(page)))
                    .findFirst();
            if (found.isPresent()) {
                out.append(escape(text.substring(plain, i))).append(part(found.get(), page));
                i += found.get().in(page).length();
                plain = i;
            } else {
                i++;
            }
        }
        return out.append(escape(text.substring(plain))).toString();
    }

    private static boolean isWhole(String text, int at, String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
