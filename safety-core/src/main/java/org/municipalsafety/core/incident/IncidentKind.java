/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import org.municipalsafety.core.text.LocalizedText;

/** What kind of incident it is. What an outside source calls it is mapped by an {@link IncidentTypes} table. */
public enum IncidentKind {
    /** Shots were fired. */
    SHOOTING("skottlossning", "shooting"),
    /** Something exploded. */
    EXPLOSION("explosion", "explosion"),
    /** A suspected dangerous object, or a bomb threat. */
    DANGEROUS_OBJECT("farligt föremål", "dangerous object"),
    /** Murder or manslaughter. */
    HOMICIDE("mord eller dråp", "homicide"),
    /** Attempted murder or manslaughter. */
    HOMICIDE_ATTEMPTED("försök till mord eller dråp", "attempted homicide"),
    /** Assault. */
    AGGRAVATED_VIOLENCE("misshandel", "assault"),
    /** Robbery. */
    ROBBERY("rån", "robbery"),
    /** Arson. */
    ARSON("mordbrand", "arson"),
    /** A fire, by itself no arson. */
    FIRE("brand", "fire"),
    /** A weapon offence. */
    WEAPON("vapenbrott", "weapon offence"),
    /** A threat. */
    THREAT("hot", "threat"),
    /** Unrest or damage. */
    UNREST("ordningsstörning", "unrest"),
    /** A missing person. */
    MISSING_PERSON("försvunnen person", "missing person"),
    /** A disturbance of power, water, telecommunication, IT, or by weather. */
    DISTURBANCE("störning", "disturbance"),
    /** A type that the table in use does not map. */
    UNCLASSIFIED("oklassad händelse", "unclassified event");

    private final LocalizedText text;

    IncidentKind(String swedish, String english) {
        this.text = LocalizedText.of(swedish, english);
    }

    /**
     * The kind in words.
     *
     * @return in Swedish and English, in lower case
     */
    public LocalizedText text() {
        return text;
    }
}
