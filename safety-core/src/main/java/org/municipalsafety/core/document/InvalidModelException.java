/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import java.util.List;

/**
 * The parts given for a value contradict each other; all contradictions are named.
 *
 * <p>Thrown by values of many parts, such as a rota. The pointers are those of the value's JSON document, so that the
 * same fault reads the same whether the value came from code or from a file.
 */
public class InvalidModelException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Makes the exception.
     *
     * @param what what is wrong, such as {@code rota tib}
     * @param faults the faults, at least one
     */
    public InvalidModelException(String what, List<Fault> faults) {
        super(InvalidDocumentException.text("The " + what, faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * All faults, in the order of the value's parts.
     *
     * @return the faults, at least one
     */
    public List<Fault> faults() {
        return faults;
    }
}
