/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;

/** Collects what is wrong with one part, so that all of it is told at once. */
final class Faults {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ID_FORM = "an identifier: a letter or digit, then up to 63 letters, digits and . _ -";

    private final List<Fault> found = new ArrayList<>();

    Faults id(String pointer, String id) {
        if (!ID.matcher(id).matches()) {
            found.add(Fault.of(pointer, '"' + id + '"', ID_FORM));
        }
        return this;
    }

    Faults ids(String pointer, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            id(pointer + "/" + i, ids.get(i));
        }
        return this;
    }

    Faults eachOnce(String pointer, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.indexOf(ids.get(i)) != i) {
                found.add(Fault.of(pointer + "/" + i, '"' + ids.get(i) + "\" a second time", "each once"));
            }
        }
        return this;
    }

    Faults distinctIds(String pointer, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.indexOf(ids.get(i)) != i) {
                found.add(Fault.of(pointer + "/" + i + "/id", '"' + ids.get(i) + "\" a second time", "each id once"));
            }
        }
        return this;
    }

    Faults decidedBy(String function) {
        return check(!function.isBlank(), Fault.of("/decidedBy", "a blank text", "the function that decided"));
    }

    Faults check(boolean sound, Fault otherwise) {
        if (!sound) {
            found.add(otherwise);
        }
        return this;
    }

    List<Fault> found() {
        return found;
    }

    void refuse(String what) {
        if (!found.isEmpty()) {
            throw new InvalidModelException(what, found);
        }
    }
}
