/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import java.util.List;
import java.util.stream.Collectors;
import org.municipalsafety.core.SafetyException;

/**
 * A document is refused, with all its faults (rule D1). Nothing of it was loaded. The message shows the first hundred.
 */
public class InvalidDocumentException extends SafetyException {

    private static final long serialVersionUID = 1L;

    /** A message for people; {@link #faults} has them all. */
    private static final int MOST_SHOWN = 100;

    private final String source;
    private final transient List<Fault> faults;

    /**
     * Makes the exception.
     *
     * @param source the document's name, such as a file name
     * @param faults the faults, at least one
     */
    public InvalidDocumentException(String source, List<Fault> faults) {
        super(text("The document " + source, faults));
        this.source = source;
        this.faults = List.copyOf(faults);
    }

    /**
     * The document's name.
     *
     * @return the name, as the caller gave it
     */
    public String source() {
        return source;
    }

    /**
     * All faults, in the order of the document.
     *
     * @return the faults, at least one
     */
    public List<Fault> faults() {
        return faults;
    }

    static String text(String what, List<Fault> faults) {
        String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
        String more = faults.size() > MOST_SHOWN ? "\n  … and " + (faults.size() - MOST_SHOWN) + " more" : "";
        return faults.stream()
                .limit(MOST_SHOWN)
                .map(fault -> "  " + fault.toString().replace("\n", "\n  "))
                .collect(Collectors.joining("\n", what + " has " + count + ":\n", more));
    }
}
