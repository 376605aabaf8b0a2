/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;

/**
 * A class of days that hours can be set for, such as the red days (rule C3).
 *
 * <p>The constants are the classes that a Swedish calendar knows by itself. A municipality adds its own, such as
 * {@code COUNCIL_DAY}. A day may belong to several.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id capital letters, digits and underscores, beginning with a letter
 */
public record DayClass(String id) {

    // First, since the constants below are checked with it.
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** A public holiday by law (röd dag), with every Sunday. */
    public static final DayClass RED_DAY = new DayClass("RED_DAY");
    /** A red day that has a name, such as Good Friday: every red day but the ordinary Sundays. */
    public static final DayClass NAMED_RED_DAY = new DayClass("NAMED_RED_DAY");
    /** Midsummer Eve, Christmas Eve and New Year's Eve: free for most, but not red. */
    public static final DayClass DE_FACTO_HOLIDAY = new DayClass("DE_FACTO_HOLIDAY");
    /** A working day that many end early, by custom or local agreement. */
    public static final DayClass CUSTOMARY_HALF_DAY = new DayClass("CUSTOMARY_HALF_DAY");
    /** The day before a red day that has a name; a Saturday is not one merely because Sunday follows. */
    public static final DayClass DAY_BEFORE_RED_DAY = new DayClass("DAY_BEFORE_RED_DAY");
    /** A working day with a free day before and after it (klämdag). */
    public static final DayClass BRIDGE_DAY = new DayClass("BRIDGE_DAY");

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public DayClass {
        requireNonNull(id, "id");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The day class is not of the form RED_DAY: capital letters, digits and underscores, at most 64.");
        }
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    /**
     * Reads a class by its id.
     *
     * @param node where it stands
     * @return the class, or its fault
     */
    public static Field<DayClass> read(Node node) {
        return node.text().map("a day class such as RED_DAY", DayClass::new);
    }
}
