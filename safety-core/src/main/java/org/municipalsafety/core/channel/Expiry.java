/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.calendar.CalendarChanges;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/** Finds what a directory has dated that has ended or ends soon. Stateless and thread-safe. */
final class Expiry {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private Expiry() {}

    /** Warnings of days until the horizon, in the order of the document. */
    static List<ExpiryWarning> warnings(
            MunicipalCalendar calendar, List<ContactChannel> channels, LocalDate today, LocalDate horizon) {
        List<ExpiryWarning> warnings = new ArrayList<>();
        List<CalendarChanges.OwnDay> days = calendar.changes().days();
        for (int i = 0; i < days.size(); i++) {
            warn(
                    warnings,
                    "/calendar/days/" + i,
                    days.get(i).name(),
                    days.get(i).dates().last(),
                    today,
                    horizon);
        }
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).availability() instanceof OpeningHours hours) {
                for (int j = 0; j < hours.dates().size(); j++) {
                    warn(
                            warnings,
                            "/channels/" + i + "/availability/dates/" + j,
                            channels.get(i).name(),
                            hours.dates().get(j).last(),
                            today,
                            horizon);
                }
            }
        }
        return List.copyOf(warnings);
    }

    private static void warn(
            List<ExpiryWarning> warnings,
            String pointer,
            LocalizedText name,
            LocalDate last,
            LocalDate today,
            LocalDate horizon) {
        if (last.isAfter(horizon)) {
            return;
        }
        boolean over = last.isBefore(today);
        LocalizedText text = LocalizedText.of(
                (over
                                ? "%s: undantaget slutade gälla %s. Förnya det eller ta bort det."
                                : "%s: undantaget gäller till och med %s. Förnya det om det ska gälla även sedan.")
                        .formatted(
                                name.in(SWEDISH),
                                TimeText.of(SWEDISH, ZoneOffset.UTC).date(last)),
                (over
                                ? "%s: the exception ended on %s. Renew it or take it out."
                                : "%s: the exception holds until %s inclusive. Renew it if it is to hold after that.")
                        .formatted(
                                name.in(Locale.ENGLISH),
                                TimeText.of(Locale.ENGLISH, ZoneOffset.UTC).date(last)));
        warnings.add(new ExpiryWarning(pointer, last, over, text));
    }
}
