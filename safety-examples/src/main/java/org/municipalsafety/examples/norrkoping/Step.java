/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A point of the week at which the program can be made to halt, in the order in which they come. */
enum Step {
    /** Who can be reached now and later, and whether somebody always can. */
    CHANNELS,
    /** Who is on duty, until when, why, and who is next. */
    DUTY,
    /** The bulletin is published. */
    BULLETIN,
    /** The extra guards begin. */
    GUARDS,
    /** The police report a shooting; it joins the situation. */
    INCIDENT,
    /** The alert is handed over to the engine. */
    SUBMITTED,
    /** The duty officer's message is claimed, and not sent yet. */
    TIB_CLAIMED,
    /** The duty officer's message is sent, and nothing is noted yet. */
    TIB_SENT,
    /** It is noted that the duty officer's message is sent. */
    TIB_RECORDED,
    /** The backup's message is claimed, and not sent yet. */
    BACKUP_CLAIMED,
    /** The backup's message is sent, and nothing is noted yet. */
    BACKUP_SENT,
    /** It is noted that the backup's message is sent. */
    BACKUP_RECORDED,
    /** The backup has acknowledged. */
    ACKNOWLEDGED,
    /** The matter is handled and the backup closes the alert. */
    CLOSED,
    /** The guards' period is over and a review is due. */
    REVIEW,
    /** The pages are written. */
    PAGES;

    /** The step as it is given on the command line: {@code tib-sent}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Step> of(String option) {
        return Arrays.stream(values())
                .filter(step -> step.option().equals(option))
                .findFirst();
    }

    static String options() {
        return Arrays.stream(values()).map(Step::option).collect(Collectors.joining(", "));
    }
}
