/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A day with its class, its name and the ground for it, such as annandag påsk, a red day by law (1989:253).
 *
 * <p>Immutable and thread-safe.
 *
 * @param date the day
 * @param id the same every year, such as {@code annandag-pask}
 * @param dayClass its class
 * @param name its name
 * @param ground why it is of the class
 */
public record NamedDay(LocalDate date, String id, DayClass dayClass, LocalizedText name, LocalizedText ground) {

    /** Checks that the parts are there. */
    public NamedDay {
        requireNonNull(date, "date");
        requireNonNull(id, "id");
        requireNonNull(dayClass, "dayClass");
        requireNonNull(name, "name");
        requireNonNull(ground, "ground");
    }
}
