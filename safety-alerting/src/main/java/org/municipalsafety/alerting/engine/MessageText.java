/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/** Writes the message of a delivery in Swedish and English, marked with the alert's kind (A6). */
final class MessageText {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private MessageText() {}

    static Message message(Alert alert, Step step, Delivery delivery, Address address, Limits limits, ZoneId zone) {
        Map<String, String> subject = new LinkedHashMap<>();
        Map<String, String> text = new LinkedHashMap<>();
        for (Locale locale : new Locale[] {SWEDISH, Locale.ENGLISH}) {
            String language = locale.getLanguage();
            subject.put(
                    language,
                    Shortening.to(limits.maxSubjectUnits(), limits.alphabet(), subject(alert, delivery, locale)));
            text.put(
                    language,
                    Shortening.to(limits.maxTextUnits(), limits.alphabet(), text(alert, step, delivery, locale, zone)));
        }
        return new Message(
                delivery.idempotencyKey(),
                alert.id(),
                alert.kind(),
                alert.severity(),
                delivery.purpose(),
                alert.municipality(),
                new LocalizedText(subject),
                new LocalizedText(text),
                address);
    }

    private static String subject(Alert alert, Delivery delivery, Locale locale) {
        boolean swedish = TimeText.isSwedish(locale);
        String why = switch (delivery.purpose()) {
            case ALERT -> "";
            case TAKEN_OVER -> swedish ? "Övertaget vid överlämning: " : "Taken over at handover: ";
            case HANDED_OVER -> swedish ? "Överlämnat: " : "Handed over: ";
        };
        return alert.kind().mark() + ": " + why + alert.title().in(locale);
    }

    private static String text(Alert alert, Step step, Delivery delivery, Locale locale, ZoneId zone) {
        boolean swedish = TimeText.isSwedish(locale);
        TimeText times = TimeText.of(locale, zone);
        StringBuilder lines = new StringBuilder(alert.kind().mark()).append('\n');
        if (alert.kind() == AlertKind.EXERCISE) {
            lines.append(
                    swedish ? "Detta är en övning. Inget har hänt.\n" : "This is an exercise. Nothing has happened.\n");
        }
        lines.append(why(delivery.purpose(), position(step), swedish)).append("\n\n");
        lines.append(alert.title().in(locale)).append("\n\n");
        lines.append(alert.text().in(locale)).append("\n\n");
        line(lines, swedish ? "Allvar" : "Severity", alert.severity().label().in(locale));
        line(lines, swedish ? "Larmat" : "Raised", times.dateTime(alert.raisedAt()));
        line(lines, swedish ? "Larmat av" : "Raised by", alert.raisedBy());
        line(lines, swedish ? "Kommun" : "Municipality", alert.municipality());
        line(lines, swedish ? "Larmets id" : "Alert id", alert.id());
        if (delivery.purpose() != Purpose.HANDED_OVER) {
            String within = times.duration(step.acknowledgeWithin());
            lines.append(
                    swedish
                            ? "Kvittera inom %s, annars går larmet vidare.\n".formatted(within)
                            : "Acknowledge within %s, or the alert moves on.\n".formatted(within));
        }
        lines.append(alert.kind().mark()).append('\n');
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(": ").append(value).append('\n');
    }

    private static @Nullable String position(Step step) {
        return step.target() instanceof Target.Position position ? position.id() : null;
    }

    private static String why(Purpose purpose, @Nullable String position, boolean swedish) {
        String as = position == null ? "" : (swedish ? " som " : " as ") + position;
        return switch (purpose) {
            case ALERT -> swedish ? "Du larmas" + as + "." : "You are alerted" + as + ".";
            case TAKEN_OVER ->
                swedish
                        ? "ÖVERTAGET VID ÖVERLÄMNING: du har gått på" + as + " medan larmet pågår. Det är nu ditt."
                        : "TAKEN OVER AT HANDOVER: you came on duty" + as
                                + " while the alert is running. It is yours now.";
            case HANDED_OVER ->
                swedish
                        ? "ÖVERLÄMNAT: ditt pass" + as + " är slut och den som tagit över är larmad."
                        : "HANDED OVER: your duty" + as + " has ended and whoever took over is alerted.";
        };
    }
}
